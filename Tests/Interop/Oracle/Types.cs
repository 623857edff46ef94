// Types that the vectors do not have, so that nothing here is known to the library but through the schemas that
// XsdDataContractExporter makes of them.
using System;
using System.Collections.Generic;
using System.Runtime.Serialization;
using System.Xml;

namespace Harbour
{
    [DataContract, KnownType(typeof(Tug)), KnownType(typeof(Ferry)), KnownType(typeof(Cargo.Reefer))]
    public abstract class Vessel
    {
        [DataMember(Order = 2)] public string Name { get; set; }
        [DataMember(Order = 1)] public Guid Registration { get; set; }
        [DataMember] public DateTimeOffset? LastSeen { get; set; }
        [DataMember(Name = "gross tonnage", EmitDefaultValue = false)] public decimal Tonnage { get; set; }
    }

    [DataContract(Namespace = "urn:harbour:tugs")]
    public class Tug : Vessel
    {
        [DataMember] public float BollardPull { get; set; }
        [DataMember(Order = 0)] public Flag Flag { get; set; }
    }

    [DataContract]
    public class Ferry : Vessel
    {
        [DataMember] public Dictionary<Berth.Side, List<Cabin>> Cabins { get; set; }
        [DataMember] public Vessel[] Escorts { get; set; }
    }

    [DataContract(Name = "Flag.State", Namespace = "urn:harbour:flags?a=1&b=\"2\"")]
    public enum Flag : sbyte
    {
        [EnumMember] None = 0,
        [EnumMember(Value = "open-registry")] Open = -1,
        [EnumMember(Value = "\u65e5\u672c")] Japan = 127
    }

    [Flags]
    public enum Cargoes : long { Bulk = 1, Liquid = 2, Frozen = 4, Any = 7, Secret = long.MinValue }

    public struct Cabin
    {
        public short Number { get; set; }
        public char Deck { get; set; }
        public TimeSpan? Booked { get; set; }
        public Cargoes Carries { get; set; }
    }

    public class Berth
    {
        public enum Side : byte { Port = 1, Starboard = 2 }

        public class Slot
        {
            public int? Depth { get; set; }
            public Side Facing { get; set; }
            public Berth Owner { get; set; }
            public List<Slot> Next { get; set; }
        }

        public Slot Main { get; set; }
        public Dictionary<string, Slot> Others { get; set; }
        public Slot[][] Grid { get; set; }
    }

    [DataContract]
    public class Everything
    {
        [DataMember] public bool? Flag { get; set; }
        [DataMember] public sbyte? I8 { get; set; }
        [DataMember] public byte? U8 { get; set; }
        [DataMember] public short? I16 { get; set; }
        [DataMember] public ushort? U16 { get; set; }
        [DataMember] public int? I32 { get; set; }
        [DataMember] public uint? U32 { get; set; }
        [DataMember] public long? I64 { get; set; }
        [DataMember] public ulong? U64 { get; set; }
        [DataMember] public float? Single { get; set; }
        [DataMember] public double? Double { get; set; }
        [DataMember] public decimal? Money { get; set; }
        [DataMember] public char? Letter { get; set; }
        [DataMember] public DateTime? Date { get; set; }
        [DataMember] public DateTimeOffset? Offset { get; set; }
        [DataMember] public TimeSpan? Span { get; set; }
        [DataMember] public Guid? Id { get; set; }
        [DataMember] public Flag? State { get; set; }
        [DataMember] public Cargoes? Load { get; set; }
        [DataMember] public Cabin? Room { get; set; }
        [DataMember] public Uri Link { get; set; }
        [DataMember] public byte[] Blob { get; set; }
    }

    [DataContract]
    public class NotWrittenWhenDefault
    {
        [DataMember(EmitDefaultValue = false)] public bool Flag { get; set; }
        [DataMember(EmitDefaultValue = false)] public sbyte I8 { get; set; }
        [DataMember(EmitDefaultValue = false)] public byte U8 { get; set; }
        [DataMember(EmitDefaultValue = false)] public short I16 { get; set; }
        [DataMember(EmitDefaultValue = false)] public ushort U16 { get; set; }
        [DataMember(EmitDefaultValue = false)] public int I32 { get; set; }
        [DataMember(EmitDefaultValue = false)] public uint U32 { get; set; }
        [DataMember(EmitDefaultValue = false)] public long I64 { get; set; }
        [DataMember(EmitDefaultValue = false)] public ulong U64 { get; set; }
        [DataMember(EmitDefaultValue = false)] public float Single { get; set; }
        [DataMember(EmitDefaultValue = false)] public double Double { get; set; }
        [DataMember(EmitDefaultValue = false)] public decimal Money { get; set; }
        [DataMember(EmitDefaultValue = false)] public char Letter { get; set; }
        [DataMember(EmitDefaultValue = false)] public TimeSpan Span { get; set; }
        [DataMember(EmitDefaultValue = false)] public DateTime Date { get; set; }
        [DataMember(EmitDefaultValue = false)] public Guid Id { get; set; }
        [DataMember(EmitDefaultValue = false)] public Flag State { get; set; }
        [DataMember(EmitDefaultValue = false)] public int? Maybe { get; set; }
        [DataMember(EmitDefaultValue = false)] public string Text { get; set; }
        [DataMember(EmitDefaultValue = false)] public List<string> Texts { get; set; }
        [DataMember(EmitDefaultValue = false)] public object Anything { get; set; }
    }

    public class Collections
    {
        public List<DateTimeOffset?> Offsets { get; set; }
        public List<Guid?> Ids { get; set; }
        public sbyte[] Signed { get; set; }
        public byte[][] Blobs { get; set; }
        public List<char> Letters { get; set; }
        public List<TimeSpan> Spans { get; set; }
        public List<List<List<DateTime>>> Cube { get; set; }
        public List<Cabin?> Cabins { get; set; }
        public Flag[] Flags { get; set; }
        public List<Cargoes> Cargoes { get; set; }
        public Dictionary<Guid, Dictionary<int, string[]>> Deep { get; set; }
        public Dictionary<ulong, Cabin> Rooms { get; set; }
        public Dictionary<Flag, Berth.Slot> Slots { get; set; }
        public List<KeyValuePair<string, Cabin?>> Pairs { get; set; }
        public Tuple<int, string, Guid?> Triple { get; set; }
        public Manifest Manifest { get; set; }
        public Tides Tides { get; set; }
    }

    [CollectionDataContract(Name = "cargo manifest", ItemName = "line item", Namespace = "urn:harbour:manifest")]
    public class Manifest : List<Lot<string, Cabin>> { }

    [CollectionDataContract(ItemName = "Tide", KeyName = "at", ValueName = "level", Namespace = "")]
    public class Tides : Dictionary<string, double?> { }

    public class Lot<A, B>
    {
        public A First { get; set; }
        public B Second { get; set; }
        public Lot<B, A> Swapped { get; set; }
    }

    [DataContract(Name = "{1}Of{0}", Namespace = "urn:harbour:generic")]
    public class Named<A, B> where A : struct
    {
        [DataMember] public A? Key { get; set; }
        [DataMember(Name = "2nd value")] public B[] Values { get; set; }
    }

    public struct Range<T> where T : struct { public T From { get; set; } public T? To { get; set; } }

    public class Generics
    {
        public Lot<Flag, Cargo.Crate> Crates { get; set; }
        public Named<Guid, Berth.Slot> Slots { get; set; }
        public Named<int, List<string>> Texts { get; set; }
        public Range<DateTime> Dates { get; set; }
        public Range<Range<int>>? Ranges { get; set; }
        public Dictionary<string, Range<Cabin>> ByName { get; set; }
    }

    [DataContract, KnownType(typeof(Flag)), KnownType(typeof(string[])), KnownType(typeof(Dictionary<string, object>))]
    public class Anything
    {
        [DataMember] public object One { get; set; }
        [DataMember] public object[] Many { get; set; }
        [DataMember] public Dictionary<string, object> ByName { get; set; }
    }

    public class Schedule
    {
        public ISailing Next { get; set; }
        public IList<ISailing> Later { get; set; }
        public HashSet<string> Ports { get; set; }
    }

    public interface ISailing { string Name { get; set; } }

    [DataContract(IsReference = true), KnownType(typeof(Captain))]
    public class Person
    {
        [DataMember] public string Name { get; set; }
        [DataMember] public Person Friend { get; set; }
        [DataMember] public List<Person> Crew { get; set; }
        [DataMember] public Dictionary<string, Person> Roles { get; set; }
    }

    [DataContract(Namespace = "urn:harbour:ranks")]
    public class Captain : Person { [DataMember] public Ship Ship { get; set; } }

    [DataContract(IsReference = true, Namespace = "urn:harbour:ships")]
    public class Ship
    {
        [DataMember] public Captain Master { get; set; }
        [DataMember] public Person Mate { get; set; }
        [DataMember] public Cargo.Crate Load { get; set; }
    }

    [CollectionDataContract(IsReference = true, Name = "Convoy", ItemName = "Member")]
    public class Convoy : List<string> { }

    public class Convoys
    {
        public Convoy Lead { get; set; }
        public Convoy Rear { get; set; }
        public List<Convoy> All { get; set; }
    }

    [Serializable]
    public class Logbook
    {
        private string secret;
        public int Page;
        public List<string> lines;
        public string Auto { get; set; }
        public string Secret() { return secret; }
    }

    [DataContract]
    public class Cases
    {
        [DataMember] public string id { get; set; }
        [DataMember] public string Id { get; set; }
        [DataMember] public string ID { get; set; }
        [DataMember(Name = "\ud83d\udea2")] public int Emoji { get; set; }
        [DataMember(Name = "_x0041_b")] public int Escaped { get; set; }
    }

    [DataContract(Namespace = "")]
    public class Bare
    {
        [DataMember] public Bare Inner { get; set; }
        [DataMember] public Cargo.Crate Crate { get; set; }
        [DataMember] public List<Bare> Many { get; set; }
        [DataMember] public object Any { get; set; }
    }
}

namespace Harbour.Cargo
{
    [DataContract]
    public class Crate
    {
        [DataMember] public string Mark { get; set; }
        [DataMember] public Crate Inside { get; set; }
        [DataMember] public Vessel Carrier { get; set; }
        [DataMember] public object Note { get; set; }
    }

    [DataContract(Namespace = "urn:harbour:cargo:cold")]
    public class Reefer : Vessel, ISailing
    {
        [DataMember] public double Celsius { get; set; }
        [DataMember] public Crate[] Crates { get; set; }
        [DataMember(Order = 5)] public Dictionary<string, Crate> Index { get; set; }
    }
}
