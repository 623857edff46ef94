// Random values of any type on the wire, from a seed.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;

class Maker
{
    readonly Random random;
    readonly Type[] known;
    readonly List<object> references = new List<object>();

    public Maker(int seed, Type[] known) { random = new Random(seed); this.known = known; }

    bool Chance(int percent) { return random.Next(100) < percent; }

    T Pick<T>(params T[] values) { return values[random.Next(values.Length)]; }

    public object Make(Type type, int depth)
    {
        var nullable = Nullable.GetUnderlyingType(type);
        if (nullable != null) return Chance(25) ? null : Make(nullable, depth);
        if (!type.IsValueType && depth > 0 && Chance(depth > 4 ? 100 : 15)) return null;
        if (type.IsEnum) return Enumeration(type);
        return Scalar(type) ?? Structure(type, depth);
    }

    object Scalar(Type type)
    {
        switch (Type.GetTypeCode(type))
        {
            case TypeCode.Boolean: return Chance(50);
            case TypeCode.SByte: return (sbyte)Bits(8);
            case TypeCode.Byte: return (byte)Bits(8);
            case TypeCode.Int16: return (short)Bits(16);
            case TypeCode.UInt16: return (ushort)Bits(16);
            case TypeCode.Int32: return (int)Bits(32);
            case TypeCode.UInt32: return (uint)Bits(32);
            case TypeCode.Int64: return (long)Bits(64);
            case TypeCode.UInt64: return Bits(64);
            case TypeCode.Char: return (char)Bits(16);
            case TypeCode.Single: return Agreeing(Single, 7);
            case TypeCode.Double: return Agreeing(Double, 15);
            case TypeCode.Decimal: return Decimal();
            case TypeCode.String: return Text();
            case TypeCode.DateTime: return Date();
        }
        if (type == typeof(Guid)) return Chance(15) ? Guid.Empty : new Guid(Bytes(16));
        if (type == typeof(TimeSpan)) return new TimeSpan((long)Bits(64) >> random.Next(64));
        if (type == typeof(DateTimeOffset)) return Offset();
        if (type == typeof(byte[])) return Bytes(random.Next(40));
        if (type == typeof(Uri)) return new Uri(Pick(uris), UriKind.RelativeOrAbsolute);
        if (type == typeof(XmlQualifiedName))
            return new XmlQualifiedName(Pick("local", "a.b-c"), Pick("", "urn:q", "urn:q:2"));
        return null;
    }

    static readonly string[] uris = {
        "http://example.org", "HTTP://user@Example.org:81/a b/<z>?q=%41#f", "a/b c", "urn:x:y", "mailto:a@b.c",
        "../x?y=1&z=\u00e9",
    };

    decimal Decimal()
    {
        return new decimal((int)Bits(32), (int)Bits(32), (int)Bits(32), Chance(50), (byte)random.Next(29));
    }

    /// Corner values in a third of the cases; otherwise numbers of any length.
    ulong Bits(int width)
    {
        if (Chance(30)) return Pick(0UL, 1UL, ulong.MaxValue, 1UL << width - 1, (1UL << width - 1) - 1);
        return BitConverter.ToUInt64(Bytes(8), 0) >> 64 - width + random.Next(width);
    }

    byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    /// A number that every .NET prints alike: one of so few digits that Mono does not need all 17, or 9.
    static T Agreeing<T>(Func<T> make, int digits) where T : IFormattable
    {
        while (true)
        {
            var number = make();
            var text = number.ToString("R", CultureInfo.InvariantCulture);
            var parts = text.Split('E');
            var exponent = parts.Length > 1 ? int.Parse(parts[1]) : 0;
            var count = parts[0].Replace(".", "").Replace("-", "").TrimStart('0').Length;
            var isNormal = exponent > (digits == 7 ? -37 : -307);
            if (count <= digits && (exponent < digits || exponent > 17) && isNormal) return number;
        }
    }

    double Double()
    {
        if (Chance(30))
            return Pick(
                0, -0.0, 1, 0.1, 1.0 / 3, 1e15, 1e16, 1e17, 1e-4, 1e-5, 9007199254740992, double.Epsilon,
                double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity);
        if (Chance(30)) return random.Next(100000) / 100.0;
        return BitConverter.Int64BitsToDouble(BitConverter.ToInt64(Bytes(8), 0));
    }

    float Single()
    {
        if (Chance(30))
            return Pick(
                0, -0.0f, 1, 0.1f, 1f / 3, 1e7f, 1e8f, 1e9f, 1e-4f, 1e-5f, 16777216, float.Epsilon,
                float.MaxValue, float.NaN, float.PositiveInfinity, float.NegativeInfinity);
        if (Chance(30)) return random.Next(100000) / 100f;
        return BitConverter.ToSingle(Bytes(4), 0);
    }

    static readonly string[] fragments = {
        "a", "Z\u00fcrich", "\u65e5\u672c", "\ud83d\ude00", "<", ">", "&", "\"", "'", "]]>", "&amp;", "\n", "\t", " ",
        "  ", "\u0001", "\0", "\u001f", "\u007f", "\u0085", "\u2028", "\ufeff", "\ufffe", "\uffff", "007", "true",
        "_x0041_", "<!--", "{}", "\r\n",
    };

    string Text()
    {
        var text = new StringBuilder();
        var plain = Chance(70);
        for (var count = random.Next(7); count > 0; count--)
            text.Append(fragments[random.Next(plain ? 13 : fragments.Length)]);
        return text.ToString();
    }

    long Ticks(long first, long last)
    {
        if (Chance(20)) return Pick(first, last, (first / TimeSpan.TicksPerDay + 1) * TimeSpan.TicksPerDay);
        var ticks = first + (long)(Bits(63) % (ulong)(last - first));
        return Math.Max(first, ticks - ticks % Pick(1, 10, 10000, TimeSpan.TicksPerSecond, TimeSpan.TicksPerDay));
    }

    DateTime Date()
    {
        var kind = Pick(DateTimeKind.Unspecified, DateTimeKind.Utc, DateTimeKind.Local);
        // Dubai's clock was no whole minutes ahead of UTC before 1920.
        return kind == DateTimeKind.Local
            ? new DateTime(Ticks(new DateTime(1930, 1, 1).Ticks, new DateTime(9998, 1, 1).Ticks), kind)
            : new DateTime(Ticks(0, DateTime.MaxValue.Ticks), kind);
    }

    DateTimeOffset Offset()
    {
        var offset = TimeSpan.FromMinutes(Pick(0, 240, -840, 840, random.Next(-840, 841)));
        var ticks = Ticks(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return new DateTimeOffset(ticks, offset);
    }

    object Enumeration(Type type)
    {
        var isContract = type.IsDefined(typeof(DataContractAttribute), false);
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !isContract || field.IsDefined(typeof(EnumMemberAttribute), false))
            .Select(field => field.GetRawConstantValue()).ToArray();
        if (!type.IsDefined(typeof(FlagsAttribute), false)) return Enum.ToObject(type, Pick(values));
        long bits = 0;
        foreach (var value in values) if (Chance(40)) bits |= Convert.ToInt64(value);
        return Enum.ToObject(type, bits);
    }

    object Structure(Type type, int depth)
    {
        if (type == typeof(object)) return Make(Chance(50) ? Pick(primitives) : Pick(known), depth + 1);
        if (type.IsArray) return List(type.GetElementType(), depth).ToArray(type.GetElementType());
        if (type.IsAbstract && !type.IsGenericType) return Derived(type, depth);
        if (type.IsInterface) type = Collection(type.GetGenericArguments());
        if (Contents.IsReference(type))
        {
            var earlier = references.Where(item => item.GetType() == type).ToArray();
            if (earlier.Length > 0 && Chance(40)) return Pick(earlier);
        }
        var value = New(type);
        references.Add(value);
        if (value is IDictionary) Fill((IDictionary)value, type, depth);
        else if (value is IList) Fill((IList)value, type, depth);
        else if (value is IEnumerable) FillSet(value, type, depth);
        else Fill(value, type, depth);
        return value;
    }

    /// A class that is [Serializable] without a data contract need not have a constructor.
    static object New(Type type)
    {
        return type.IsSerializable && !type.IsValueType && !typeof(IEnumerable).IsAssignableFrom(type)
            ? FormatterServices.GetUninitializedObject(type) : Activator.CreateInstance(type);
    }

    static readonly Type[] primitives = {
        typeof(bool), typeof(sbyte), typeof(byte), typeof(short), typeof(ushort), typeof(int), typeof(uint),
        typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(string), typeof(DateTime),
        typeof(DateTimeOffset), typeof(TimeSpan), typeof(Guid), typeof(Uri), typeof(byte[]),
    };

    object Derived(Type type, int depth)
    {
        var types = type.Assembly.GetTypes().Where(other => type.IsAssignableFrom(other) && !other.IsAbstract);
        return Make(Pick(types.ToArray()), depth);
    }

    ArrayList List(Type item, int depth)
    {
        var list = new ArrayList();
        for (var count = depth > 4 ? 0 : random.Next(4); count > 0; count--) list.Add(Make(item, depth + 1));
        return list;
    }

    static Type Collection(Type[] arguments)
    {
        return (arguments.Length == 2 ? typeof(Dictionary<,>) : typeof(List<>)).MakeGenericType(arguments);
    }

    static Type[] Arguments(Type type, Type definition)
    {
        while (!type.IsGenericType || type.GetGenericTypeDefinition() != definition) type = type.BaseType;
        return type.GetGenericArguments();
    }

    void Fill(IList list, Type type, int depth)
    {
        var item = type == typeof(ArrayList) ? typeof(object) : Arguments(type, typeof(List<>))[0];
        foreach (var value in List(item, depth)) list.Add(value);
    }

    void Fill(IDictionary dictionary, Type type, int depth)
    {
        var arguments = Arguments(type, typeof(Dictionary<,>));
        foreach (var item in List(arguments[1], depth))
            dictionary[Make(arguments[0], 0)] = item;
    }

    void FillSet(object set, Type type, int depth)
    {
        var add = type.GetMethod("Add");
        foreach (var item in List(type.GetGenericArguments()[0], depth)) add.Invoke(set, new[] { item });
    }

    void Fill(object value, Type type, int depth)
    {
        foreach (var member in Contents.Members(type))
        {
            var field = member as FieldInfo;
            var memberType = field != null ? field.FieldType : ((PropertyInfo)member).PropertyType;
            var made = Make(memberType, depth + 1);
            // Mono writes the defaults of most value types that EmitDefaultValue=false leaves out.
            while (!Contents.IsWrittenWhenDefault(member) && IsDefault(made, memberType))
                made = Make(memberType, depth + 1);
            if (field != null) field.SetValue(value, made);
            else ((PropertyInfo)member).SetValue(value, made, null);
        }
    }

    static bool IsDefault(object value, Type type)
    {
        return value != null && type.IsValueType && value.Equals(Activator.CreateInstance(type));
    }
}
