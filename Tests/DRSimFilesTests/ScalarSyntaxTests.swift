import DRSimDocument
import DRSimFiles
import DRSimUnits
import Testing

struct ScalarSyntaxTests {
    private func plain(_ text: String) -> DocumentNode.Scalar { .init(text: text, isQuoted: false) }

    @Test(arguments: [
        ("250ms", 250), ("30s", 30_000), ("5m", 300_000), ("1h30m", 5_400_000), ("4h", 14_400_000),
        ("30d", 2_592_000_000), ("1d2h3m4s5ms", 93_784_005), ("1.5h", 5_400_000), ("0.25s", 250), ("0s", 0),
        ("PT4H", 14_400_000), ("PT1H30M", 5_400_000), ("P1D", 86_400_000), ("P1DT12H", 129_600_000),
        ("PT0.5S", 500), ("36525d", 3_155_760_000_000),
    ]) func `reads durations`(text: String, milliseconds: Int64) throws {
        #expect(try ScalarSyntax<Span>.span.read(plain(text)) == Span(milliseconds: milliseconds))
        #expect(SpanSyntax.span(text) == Span(milliseconds: milliseconds))
    }

    @Test(arguments: [
        ("", Diagnostic.Code.wrongType), ("m", .wrongType), ("5 m", .wrongType), ("5M", .wrongType),
        ("5w", .wrongType),
        ("5m5m", .wrongType), ("5s1h", .wrongType), ("1h5", .wrongType), ("1..5h", .wrongType),
        ("5.h", .wrongType),
        ("P", .wrongType), ("PT", .wrongType), ("P4H", .wrongType), ("PT4D", .wrongType), ("P1M", .wrongType),
        ("PT5", .wrongType), ("+5m", .wrongType), ("1e3s", .wrongType), ("٣s", .wrongType),
        ("30", .missingUnit), ("0", .missingUnit), ("1.5", .missingUnit),
        ("-5m", .outOfRange), ("-5", .outOfRange), ("106751991168d", .outOfRange), ("36525d1ms", .outOfRange),
        ("0.1ms", .outOfRange),
        ("12345678901234567890s", .outOfRange), ("0.00000000000000000001s", .outOfRange),
        ("106751991167d1000h", .outOfRange),
    ]) func `refuses what is no duration`(text: String, code: Diagnostic.Code) {
        #expect(throws: ScalarError.self) { try ScalarSyntax<Span>.span.read(plain(text)) }
        do throws(ScalarError) {
            _ = try SpanSyntax.read(plain(text))
        } catch {
            #expect(error.code == code)
        }
        #expect(SpanSyntax.span(text) == nil)
    }

    @Test(arguments: [("30", "`30m`"), ("1.5", "`1.5m`"), ("0", "`0s`")])
    func `hints at the unit a bare number may mean`(text: String, hint: String) {
        do throws(ScalarError) {
            _ = try SpanSyntax.read(plain(text))
        } catch {
            #expect(error.help?.contains(hint) == true)
        }
    }

    @Test(arguments: [("100%", 1_000_000), ("0%", 0), ("12.5%", 125_000), ("0.0001%", 1)])
    func `reads shares exactly`(text: String, millionths: Int64) throws {
        #expect(try ScalarSyntax<Share>.share.read(plain(text)) == Share(partsPerMillion: millionths))
    }

    @Test(arguments: [
        ("1B", 1), ("8kB", 8_000), ("80MB", 80_000_000), ("5GB", 5_000_000_000), ("1.5TB", 1_500_000_000_000),
        ("1Ki", 1_024), ("512Mi", 536_870_912), ("16Gi", 17_179_869_184), ("0.5Ki", 512),
    ]) func `reads sizes`(text: String, bytes: Int64) throws {
        #expect(try ScalarSyntax<ByteCount>.bytes.read(plain(text)) == ByteCount(bytes))
    }

    @Test(arguments: ["8KB", "8k", "8 kB", "B", "0.3B", "-1B", "99999999TB", "8"])
    func `refuses what is no size`(text: String) {
        #expect(throws: ScalarError.self) { try ScalarSyntax<ByteCount>.bytes.read(plain(text)) }
    }

    @Test(arguments: [("4", 4_000), ("500m", 500), ("0.5", 500), ("2.125", 2_125)])
    func `reads CPU`(text: String, thousandths: Int64) throws {
        #expect(try ScalarSyntax<Int64>.milliCPU.read(plain(text)) == thousandths)
        #expect(try ScalarSyntax<Int64>.milliCPU.read(.init(text: text, isQuoted: true)) == thousandths)
    }

    @Test(arguments: [("3125", 312_500), ("0.25", 25), ("12500.5", 1_250_050), ("0", 0)])
    func `reads money`(text: String, minorUnits: Int64) throws {
        #expect(try ScalarSyntax<Money>.money.read(plain(text)) == Money(minorUnits: minorUnits))
    }

    @Test func `takes quoted text for text, and not for numbers or truth`() throws {
        let quoted = DocumentNode.Scalar(text: "1", isQuoted: true)
        #expect(try ScalarSyntax<String>.text.read(quoted) == "1")
        #expect(throws: ScalarError.self) { try ScalarSyntax<Int>.count.read(quoted) }
        #expect(throws: ScalarError.self) { try ScalarSyntax<Double>.number.read(quoted) }
        #expect(throws: ScalarError.self) { try ScalarSyntax<Money>.money.read(quoted) }
        #expect(throws: ScalarError.self) {
            try ScalarSyntax<Bool>.flag.read(.init(text: "true", isQuoted: true))
        }
    }

    @Test(arguments: ["012", "1_000", "0x10", "+1", "1.0", "1e3", "3:25:45"])
    func `takes numbers as they are written, not as YAML 1_1 would`(text: String) {
        let value = try? ScalarSyntax<Int>.count.read(plain(text))
        #expect(value == (text == "012" ? 12 : nil))
    }

    @Test func `takes no number that is written as no plan would`() {
        #expect(throws: ScalarError.self) { try ScalarSyntax<Double>.number.read(plain("0x10")) }
    }
}
