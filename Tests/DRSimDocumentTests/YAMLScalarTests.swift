import DRSimDocument
import Testing

struct YAMLScalarTests {
    @Test(arguments: [
        ("on", JSONValue.bool(true)), ("Yes", .bool(true)), ("y", .bool(true)), ("TRUE", .bool(true)),
        ("off", .bool(false)), ("No", .bool(false)), ("n", .bool(false)), ("False", .bool(false)),
        ("", .null), ("~", .null), ("null", .null), ("NULL", .null),
        ("12", .integer(12)), ("-12", .integer(-12)), ("+12", .integer(12)), ("0", .integer(0)),
        ("012", .integer(10)), ("0o14", .integer(12)), ("0x1F", .integer(31)), ("0b101", .integer(5)),
        ("1_000", .integer(1000)), ("1.5", .number(1.5)), (".5", .number(0.5)), ("1.", .number(1)),
        ("1e3", .number(1000)), ("-2.5E-1", .number(-0.25)), ("09", .number(9)),
    ]) func `reads plain scalars as kubectl does`(text: String, value: JSONValue) {
        #expect(YAMLScalar.value(of: text) == value)
    }

    @Test(arguments: [
        "oN", "yEs", "nil", "none", "2GB", "3:25:45", "2026-03-10", "1.2.3", "0x", "-", "+", ".", "1e",
        "10.0.0.0/8",
        "５", "-x", "0b2", "1,000", "5m",
    ]) func `leaves the rest strings`(text: String) {
        #expect(YAMLScalar.value(of: text) == .string(text))
    }
}
