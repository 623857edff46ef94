// The real DataContractSerializer, as a program that works through files.
//
//   prepare FOLDER COUNT SEED    schemas of the own types, the catalogue of all types, COUNT values a type,
//                                arithmetic
//   exchange REQUESTS RESPONSES  reads documents and writes them again
//
// Files are sequences of fields: four bytes of length, little-endian, and as many bytes.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using System.Xml.Schema;

static class Program
{
    static int Main(string[] arguments)
    {
        if (TimeZoneInfo.Local.GetUtcOffset(new DateTime(2026, 1, 1)) != TimeSpan.FromHours(4))
        {
            Console.Error.WriteLine("local time must be four hours ahead of UTC: TZ=Asia/Dubai, which is in tzdata");
            return 2;
        }
        if (arguments[0] == "prepare") Prepare(arguments[1], int.Parse(arguments[2]), int.Parse(arguments[3]));
        else Exchange(arguments[1], arguments[2]);
        return 0;
    }

    static void Prepare(string folder, int count, int seed)
    {
        ExportSchemas(folder);
        File.WriteAllLines(Path.Combine(folder, "catalogue"), Catalogue());
        File.WriteAllLines(Path.Combine(folder, "arithmetic"), new Arithmetic(seed).Lines(count * 100));
        using (var output = new BinaryWriter(File.Create(Path.Combine(folder, "made"))))
            foreach (var root in Contents.Roots)
                for (var turn = 0; turn < count; turn++)
                {
                    var value = new Maker(seed++, Contents.Known(root)).Make(root, 0);
                    Write(output, Encoding.UTF8.GetBytes(Contents.Element(root)));
                    Write(output, WithXmlWriter(root, value));
                    Write(output, ToStream(root, value));
                }
    }

    static void ExportSchemas(string folder)
    {
        var exporter = new XsdDataContractExporter();
        foreach (var type in Contents.Own.Concat(Contents.Known(Contents.Own[0]))) exporter.Export(type);
        var number = 0;
        foreach (XmlSchema schema in exporter.Schemas.Schemas())
            using (var file = File.Create(Path.Combine(folder, "schema-" + (10 + number++) + ".xsd")))
                schema.Write(file);
    }

    /// Lines of a word and a name: the sources of contracts with their roots and the types that an object may be.
    static IEnumerable<string> Catalogue()
    {
        foreach (var source in Contents.Sources)
        {
            yield return "source\t" + source.Key;
            foreach (var root in source.Value)
            {
                var word = Contents.SchemaAllowsMore.Contains(root) ? "schemaAllowsMore" : "root";
                yield return word + "\t" + Contents.Element(root);
            }
            foreach (var type in Contents.Known(source.Value[0])) yield return "known\t" + Contents.Contract(type);
        }
        foreach (var type in typeof(Program).Assembly.GetTypes())
            if (type.IsAbstract && type.IsDefined(typeof(DataContractAttribute), false))
                yield return "abstract\t" + Contents.Contract(type);
    }

    static void Exchange(string requests, string responses)
    {
        var roots = Contents.Roots.ToDictionary(Contents.Element);
        using (var input = new BinaryReader(File.OpenRead(requests)))
        using (var output = new BinaryWriter(File.Create(responses)))
            while (input.BaseStream.Position < input.BaseStream.Length)
            {
                var root = roots[Encoding.UTF8.GetString(Read(input))];
                Answer(output, root, Read(input), ReadAsWebAPI);
                Answer(output, root, Read(input), ReadStream);
            }
    }

    /// Three fields: why the document could not be read, empty if it could, and the two forms of what was read.
    static void Answer(BinaryWriter output, Type root, byte[] document, Func<Type, byte[], object> read)
    {
        try
        {
            var value = read(root, document);
            byte[] text = WithXmlWriter(root, value), stream = ToStream(root, value);
            Write(output, new byte[0]);
            Write(output, text);
            Write(output, stream);
        }
        catch (Exception error)
        {
            var cause = error.GetBaseException();
            Write(output, Encoding.UTF8.GetBytes(cause.GetType().Name + ": " + cause.Message));
            Write(output, new byte[0]);
            Write(output, new byte[0]);
        }
    }

    /// As XmlMediaTypeFormatter reads.
    static object ReadAsWebAPI(Type root, byte[] document)
    {
        var quotas = new XmlDictionaryReaderQuotas();
        XmlDictionaryReaderQuotas.Max.CopyTo(quotas);
        quotas.MaxDepth = 256;
        using (var reader = XmlDictionaryReader.CreateTextReader(document, quotas))
            return Contents.Serializer(root).ReadObject(reader);
    }

    static object ReadStream(Type root, byte[] document)
    {
        return Contents.Serializer(root).ReadObject(new MemoryStream(document));
    }

    /// As XmlMediaTypeFormatter writes on Linux.
    static byte[] WithXmlWriter(Type root, object value)
    {
        var settings = new XmlWriterSettings {
            OmitXmlDeclaration = true, CheckCharacters = false, Encoding = new UTF8Encoding(false), NewLineChars = "\n",
        };
        var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, settings)) Contents.Serializer(root).WriteObject(writer, value);
        return output.ToArray();
    }

    static byte[] ToStream(Type root, object value)
    {
        var output = new MemoryStream();
        Contents.Serializer(root).WriteObject(output, value);
        return output.ToArray();
    }

    static void Write(BinaryWriter output, byte[] field)
    {
        output.Write(field.Length);
        output.Write(field);
    }

    static byte[] Read(BinaryReader input) { return input.ReadBytes(input.ReadInt32()); }
}
