// What the package takes from the system's libxml2: the SAX2 parser, and the errors that it reports. The writer, the
// tree, XPath and the rest stay out of sight. <string.h> gives memchr, memcmp and strlen, so that no other C library
// module has to be imported.

#ifndef DATA_CONTRACTS_CLIBXML2_SHIM_H
#define DATA_CONTRACTS_CLIBXML2_SHIM_H

#include <string.h>

// Debian builds libxml2 with ICU, and then <libxml/encoding.h> pulls in the system's ICU headers, whose types clash with
// Foundation's own ICU in every file that imports both. The only thing lost is a private field at the end of a structure
// that is never made or copied here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
