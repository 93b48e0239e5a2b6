import DRSimShell
import Testing

struct CurlTests {
    static let rows: [Answer] = [
        Answer("curl https://api.example.com/api/v1/health", 0, "OK"),
        Answer("curl -fsS https://api.example.com/api?deep=1", 0, "OK"),
        Answer("curl -sf -o /dev/null -w %{http_code} https://api.example.com/api", 0, "200"),
        Answer("curl -I https://api.example.com/api", 0, "HTTP/2 200"),
        Answer(
            "curl http://api.example.com/api", 0,
            "<html><head><title>308 Permanent Redirect</title></head></html>"),
        Answer("curl -L http://api.example.com/api", 0, "OK"),
        Answer("curl -f https://api.example.com/", 22, "curl: (22) The requested URL returned error: 404"),
        Answer("curl https://api.example.com/", 0, "<html><head><title>404 Not Found</title></head></html>"),
        Answer(
            "curl -f https://api.example.com/apis", 22, "curl: (22) The requested URL returned error: 404"),
        Answer(
            "curl -f https://api.example.com/shop", 22, "curl: (22) The requested URL returned error: 503"),
        Answer(
            "curl -f https://api.example.com/gone", 22, "curl: (22) The requested URL returned error: 503"),
        Answer("curl -sfw '%{http_code}\\n' https://api.example.com/gone", 22, "503"),
        Answer(
            "curl --fail-with-body https://api.example.com/gone", 22,
            "curl: (22) The requested URL returned error: 503"),
        Answer(
            "curl https://app.example.com/api", 60,
            "curl: (60) SSL: no alternative certificate subject name matches target host name "
                + "'app.example.com'"
        ),
        Answer("curl -k https://app.example.com/api", 0, "OK"),
        Answer("curl https://old.example.com/", 6, "curl: (6) Could not resolve host: old.example.com"),
        Answer("curl https://new.example.com/", 6, "curl: (6) Could not resolve host: new.example.com"),
        Answer("curl -s -w %{http_code} https://new.example.com/", 6, "000"),
        Answer(
            "curl http://localhost:8080/health", 7,
            "curl: (7) Failed to connect to localhost port 8080 after 0 ms: Could not connect to server"),
        Answer(
            "curl https://api.example.com:8443/api", 28,
            "curl: (28) Failed to connect to api.example.com port 8443 after 0 ms: "
                + "Could not connect to server"
        ),
        Answer("curl", 2, "curl: (2) no URL specified"),
        Answer("curl --please https://api.example.com", 2, "curl: option --please: is unknown"),
        Answer("curl https://api.example.com -o", 2, "curl: option -o: requires parameter"),
        Answer(
            "curl -m abc https://api.example.com/api", 2,
            "curl: option -m: expected a proper numerical parameter"),
        Answer("curl -m 0 https://api.example.com/api", 0, "OK"),
        Answer(
            "curl https://api.example.com/api https://app.example.com/api", 126,
            "drsim: curl of several URLs is not simulated"),
        Answer("curl https://somebody:secret@api.example.com/api", 0, "OK"),
        Answer(
            "curl https://api.example.com:99999", 3,
            "curl: (3) URL rejected: Port number was not a decimal number between 0 and 65535"),
        Answer("curl https://", 3, "curl: (3) URL rejected: No host part in the URL"),
        Answer(
            "curl 'https://api example.com'", 3, "curl: (3) URL rejected: Malformed input to a URL function"),
        Answer("curl gopher://api.example.com", 1, "curl: (1) Protocol \"gopher\" not supported"),
    ]

    @Test(arguments: rows)
    func `a URL is asked through DNS, load balancer and ingress`(row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    @Test func `endpoints that are all dead make the ingress give up`() throws {
        var shell = try ShellFixture()
        shell.stopNodes(of: ShellFixture.west)
        #expect(
            shell.run("curl -f https://api.example.com/api").errors
                == "curl: (22) The requested URL returned error: 504")
    }
}
