import DRSimUnits
import Testing

struct DNSNameTests {
    @Test(arguments: [
        ("api.example.com", "api.example.com"), ("API.Example.com.", "api.example.com"),
        ("\\052.example.com.", "*.example.com"), (".", ""),
    ])
    func `has one spelling, whatever its letters and its final dot`(name: String, normalised: String) {
        #expect(DNSName.normalised(name) == normalised)
    }

    @Test func `is printed with a final dot and an escaped asterisk`() {
        #expect(DNSName.printed("*.example.com") == "\\052.example.com.")
        #expect(DNSName.printed("api.example.com") == "api.example.com.")
    }

    private static let names = [
        "*.example.com", "api.example.com", "ns.deep.shop.example.com", "*.eu.example.com", "example.net",
    ]

    // RFC 4592, 2.2.1 and 3.3.1: what exists needs no wildcard, and hides those above it.
    @Test(arguments: [
        ("api.example.com", "api.example.com"), ("app.example.com", "*.example.com"),
        ("a.b.c.example.com", "*.example.com"), ("v2.api.example.com", "*.api.example.com"),
        ("shop.example.com", "shop.example.com"), ("other.shop.example.com", "*.shop.example.com"),
        ("app.eu.example.com", "*.eu.example.com"), ("eu.example.com", "eu.example.com"),
        ("*.example.com", "*.example.com"), ("www.example.net", "*.example.net"),
        ("badexample.com", "*.com"), ("example.org", "example.org"),
    ])
    func `is answered for by the nearest name there is`(name: String, owner: String) {
        #expect(DNSName.owner(of: name, among: Self.names) == owner)
    }
}
