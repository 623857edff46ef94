// What the program knows: the root types by where their schemas are, the types that values of `object` may have, and
// the members of a type that a data contract puts on the wire.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Serialization;
using System.Xml;

static class Contents
{
    public static readonly Type[] Support = {
        typeof(SuntechSupportServices.Models.CustomerSupport.SuntechCustSupportChat),
        typeof(SuntechSupportServices.Models.CustomerSupport.SuntechCustSupportChatApiResponse),
    };

    public static readonly Type[] Chat = {
        typeof(CRM.AgencyPlatform.API.Internal.ChatRequest), typeof(CRM.AgencyPlatform.API.Internal.ChatResponse),
    };

    public static readonly Type[] Zoo = {
        typeof(Zoo.Bools), typeof(Zoo.Ints), typeof(Zoo.NullableInts), typeof(Zoo.Doubles), typeof(Zoo.Floats),
        typeof(Zoo.Decimals), typeof(Zoo.Chars), typeof(Zoo.Strings), typeof(Zoo.Dates), typeof(Zoo.Offsets),
        typeof(Zoo.Spans), typeof(Zoo.Guids), typeof(Zoo.Uris), typeof(Zoo.Bytes), typeof(Zoo.QNames),
        typeof(Zoo.Enums), typeof(Zoo.Objects), typeof(Zoo.Sparse), typeof(Zoo.Strict), typeof(Zoo.Ordered),
        typeof(Zoo.Leaf0), typeof(Zoo.Mid0), typeof(Zoo.PocoDerived), typeof(Zoo.Renamed), typeof(Zoo.NsA),
        typeof(Zoo.NsB), typeof(Zoo.NsC), typeof(Zoo.NsEmpty), typeof(Zoo.NsMulti), typeof(Zoo.Lists),
        typeof(Zoo.Nested), typeof(Zoo.Ifaces), typeof(Zoo.CustomColls), typeof(Zoo.Dicts),
        typeof(Zoo.ApiResponse<int>),
        typeof(Zoo.ApiResponse<Zoo.Item[]>), typeof(Zoo.ApiResponse<Dictionary<string, int>>), typeof(Zoo.Drawing),
        typeof(Zoo.Node), typeof(Zoo.NodeHolder), typeof(Zoo.Points), typeof(Zoo.Fields), typeof(Zoo.OptIn),
        typeof(Zoo.Outer), typeof(Zoo.Kvp), typeof(NoNs), typeof(List<Zoo.Color>), typeof(List<int?>),
    };

    public static readonly Type[] Own = {
        typeof(Harbour.Tug), typeof(Harbour.Ferry), typeof(Harbour.Vessel), typeof(Harbour.Cargo.Reefer),
        typeof(Harbour.Cabin), typeof(Harbour.Berth), typeof(Harbour.Berth.Slot), typeof(Harbour.Everything),
        typeof(Harbour.NotWrittenWhenDefault), typeof(Harbour.Collections), typeof(Harbour.Manifest),
        typeof(Harbour.Tides), typeof(Harbour.Generics), typeof(Harbour.Anything), typeof(Harbour.Schedule),
        typeof(Harbour.Person),
        typeof(Harbour.Captain), typeof(Harbour.Ship), typeof(Harbour.Convoys), typeof(Harbour.Logbook),
        typeof(Harbour.Cases), typeof(Harbour.Bare), typeof(Harbour.Cargo.Crate), typeof(Harbour.Flag),
        typeof(Dictionary<string, Harbour.Cabin>), typeof(List<Harbour.Vessel>),
    };

    /// Every root, by where the schemas are.
    public static readonly KeyValuePair<string, Type[]>[] Sources = {
        new KeyValuePair<string, Type[]>("support", Support), new KeyValuePair<string, Type[]>("chat", Chat),
        new KeyValuePair<string, Type[]>("vectors", Zoo), new KeyValuePair<string, Type[]>("own", Own),
    };

    public static readonly Type[] Roots = Sources.SelectMany(source => source.Value).ToArray();

    /// Roots whose schemas allow more than the classes: any object for an interface, an item twice in a set.
    public static readonly Type[] SchemaAllowsMore = { typeof(Zoo.Ifaces), typeof(Harbour.Schedule) };

    /// The types that an `object` may be, beside the primitive ones. Each must be in the schemas of the roots.
    public static Type[] Known(Type root)
    {
        if (Own.Contains(root))
            return new[] {
                typeof(Harbour.Cabin), typeof(Harbour.Tug), typeof(Harbour.Cargo.Reefer), typeof(Harbour.Flag),
                typeof(Harbour.Berth.Slot), typeof(string[]),
            };
        if (Zoo.Contains(root))
            return new[] {
                typeof(Zoo.Item), typeof(Zoo.Color), typeof(Zoo.Circle), typeof(Zoo.Point), typeof(Zoo.NsC),
                typeof(Zoo.Leaf0), typeof(int[]),
            };
        return new Type[0];
    }

    static readonly Dictionary<Type, DataContractSerializer> serializers =
        new Dictionary<Type, DataContractSerializer>();

    public static DataContractSerializer Serializer(Type root)
    {
        DataContractSerializer serializer;
        if (!serializers.TryGetValue(root, out serializer))
        {
            var known = Known(root).Concat(new[] { typeof(DateTimeOffset) });
            serializers[root] = serializer = new DataContractSerializer(root, known);
        }
        return serializer;
    }

    /// The name of a root's element, `{namespace}Name`.
    public static string Element(Type root) { return Text(new XsdDataContractExporter().GetRootElementName(root)); }

    public static string Contract(Type type) { return Text(new XsdDataContractExporter().GetSchemaTypeName(type)); }

    static string Text(XmlQualifiedName name) { return "{" + name.Namespace + "}" + name.Name; }

    const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic;

    /// The properties and fields of a type and its bases that are on the wire.
    public static IEnumerable<MemberInfo> Members(Type type)
    {
        if (type.BaseType != null && type.BaseType != typeof(object) && type.BaseType != typeof(ValueType))
            foreach (var member in Members(type.BaseType)) yield return member;
        foreach (var member in type.GetMembers(Declared).Where(member => IsOnTheWire(type, member)))
            yield return member;
    }

    static bool IsOnTheWire(Type type, MemberInfo member)
    {
        var field = member as FieldInfo;
        var property = member as PropertyInfo;
        if (field == null && property == null) return false;
        if (type.IsDefined(typeof(DataContractAttribute), false))
            return member.IsDefined(typeof(DataMemberAttribute), false);
        if (type.IsSerializable) return field != null;
        if (member.IsDefined(typeof(IgnoreDataMemberAttribute), false)) return false;
        return field != null ? field.IsPublic : property.GetGetMethod() != null && property.GetSetMethod() != null;
    }

    public static bool IsReference(Type type)
    {
        var contract = Attribute<DataContractAttribute>(type);
        var collection = Attribute<CollectionDataContractAttribute>(type);
        return contract != null && contract.IsReference || collection != null && collection.IsReference;
    }

    public static bool IsWrittenWhenDefault(MemberInfo member)
    {
        var attribute = Attribute<DataMemberAttribute>(member);
        return attribute == null || attribute.EmitDefaultValue;
    }

    static T Attribute<T>(MemberInfo member) where T : Attribute
    {
        return (T)System.Attribute.GetCustomAttribute(member, typeof(T), false);
    }
}
