// What .NET makes of random values by themselves: lines of operands and results, separated by bars.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

class Arithmetic
{
    readonly Maker maker;

    public Arithmetic(int seed) { maker = new Maker(seed, new Type[0]); }

    T Make<T>() { return (T)maker.Make(typeof(T), 0); }

    public IEnumerable<string> Lines(int count)
    {
        for (var turn = 0; turn < count; turn++)
        {
            yield return Decimals(Make<decimal>(), Make<decimal>(), Make<byte>() % 29);
            yield return Dates(Make<DateTime>(), Make<short>(), Make<TimeSpan>());
            yield return Spans(Make<TimeSpan>(), Make<TimeSpan>());
            yield return Guids(Make<Guid>(), Make<Guid>());
        }
    }

    static string Decimals(decimal left, decimal right, int scale)
    {
        return Join("decimal", left, right, scale, Try(() => left + right), Try(() => left - right), Try(() => left * right),
            left.CompareTo(right), Math.Round(left, scale), Try(() => left / right),
            Places(left) < Places(right) ? "?" : Try(() => left % right));
    }

    /// Mono 6.8 gives wrong remainders, one in some thousands, where the divisor has more decimal places.
    static int Places(decimal value) { return decimal.GetBits(value)[3] >> 16 & 0xFF; }

    static string Dates(DateTime date, int months, TimeSpan span)
    {
        return Join("date", date.Ticks, months, span.Ticks, date.Year, date.Month, date.Day, (int)date.DayOfWeek,
            date.TimeOfDay.Ticks, Try(() => date.AddMonths(months).Ticks), Try(() => (date + span).Ticks),
            Try(() => (date - span).Ticks));
    }

    static string Spans(TimeSpan left, TimeSpan right)
    {
        return Join("span", left.Ticks, right.Ticks, left.Days, left.Hours, left.Minutes, left.Seconds,
            left.ToString("c"), Try(() => (left + right).Ticks), Try(() => (left - right).Ticks));
    }

    static string Guids(Guid left, Guid right)
    {
        var bytes = string.Concat(left.ToByteArray().Select(value => value.ToString("x2")));
        return Join("guid", left, right, bytes, Math.Sign(left.CompareTo(right)));
    }

    static string Join(params object[] parts)
    {
        return string.Join("|", parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
    }

    static object Try<T>(Func<T> compute)
    {
        try { return compute(); }
        catch (OverflowException) { return "overflow"; }
        catch (DivideByZeroException) { return "division by zero"; }
        catch (ArgumentOutOfRangeException) { return "overflow"; }
    }
}
