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

// How many bytes of the input the parser has read: what xmlByteConsumed gives while no encoder is at work, without a
// call for each element. Newer versions of libxml2 discourage the use of these members, which no warning should say to
// those who build a Swift package.
static inline long data_contracts_position(xmlParserCtxtPtr context) {
  xmlParserInputPtr input = context->input;
  return input ? (long)input->consumed + (input->cur - input->base) : 0;
}

#endif
