import DRSimCloud
import DRSimKubernetes
import DRSimUnits

/// The simulated `curl`: asks a URL the way a client would, through DNS, load balancer and ingress.
///
/// Load balancers listen on 80 and 443 and drop all else; plain HTTP is redirected, which `-L`
/// follows.
struct Curl: Program {
    private let url: URLParts
    /// How long it waits for an answer, and for a connection.
    private let (answerPatience, connectPatience): (Span?, Span?)
    private let failsOnError: Bool
    private let followsRedirects: Bool
    private let checksCertificate: Bool
    private let showsErrors: Bool
    private let showsHead: Bool
    private let keepsFailedBody: Bool
    private let writesToFile: Bool
    private let epilogue: String

    private static let options: [ArgumentScanner.Known] = [
        .flag("--fail", "-f"), .flag("--fail-with-body"), .flag("--silent", "-s"),
        .flag("--show-error", "-S"), .flag("--insecure", "-k"), .flag("--location", "-L"),
        .flag("--head", "-I"), .value("--output", "-o"), .value("--max-time", "-m"),
        .value("--connect-timeout"), .value("--write-out", "-w"), .value("--request", "-X"),
        .value("--header", "-H"), .value("--retry"),
    ]

    /// Options the real one has and the simulated one has not.
    private static let otherOptions = [
        "--basic", "--cacert", "--capath", "--cert", "-E", "--compressed", "--config", "-K", "--connect-to",
        "--cookie", "-b", "--cookie-jar", "-c", "--data", "-d", "--data-binary", "--data-raw",
        "--data-urlencode", "--dump-header", "-D", "--form", "-F", "--get", "-G", "--help", "-h", "--http1.1",
        "--http2", "--include", "-i", "--ipv4", "-4", "--ipv6", "-6", "--json", "--key", "--limit-rate",
        "--max-redirs", "--netrc", "-n", "--no-buffer", "-N", "--no-progress-meter", "--noproxy",
        "--oauth2-bearer", "--parallel", "-Z", "--progress-bar", "-#", "--proxy", "-x", "--range", "-r",
        "--referer", "-e", "--remote-name", "-O", "--resolve", "--retry-all-errors", "--retry-connrefused",
        "--retry-delay", "--retry-max-time", "--tlsv1.2", "--tlsv1.3", "--trace", "--unix-socket",
        "--upload-file", "-T", "--url", "--user", "-u", "--user-agent", "-A", "--verbose", "-v", "--version",
        "-V",
    ]

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        let scanner = try Self.scan(arguments)
        guard let text = scanner.positions.first else {
            throw CommandFailure(2, "curl: (2) no URL specified\n" + Self.hint)
        }
        guard scanner.positions.count == 1 else { throw .notSimulated("curl of several URLs") }
        url = try URLParts(text)
        answerPatience = try Self.patience(scanner["--max-time"], "-m")
        connectPatience = try Self.patience(scanner["--connect-timeout"], "--connect-timeout")
        failsOnError = scanner.has("--fail") || scanner.has("--fail-with-body")
        followsRedirects = scanner.has("--location")
        checksCertificate = !scanner.has("--insecure")
        showsErrors = !scanner.has("--silent") || scanner.has("--show-error")
        showsHead = scanner.has("--head")
        keepsFailedBody = scanner.has("--fail-with-body")
        writesToFile = scanner["--output"] != nil
        epilogue = scanner["--write-out"] ?? ""
    }

    /// A time-out in seconds; none where it is zero.
    private static func patience(_ text: String?, _ option: String) throws(CommandFailure) -> Span? {
        guard let text else { return nil }
        guard Double(text) != nil, let span = Span(commandLine: text) else {
            throw CommandFailure(
                2, "curl: option \(option): expected a proper numerical parameter\n\(hint)")
        }
        return span == .zero ? nil : span
    }

    private static let hint = "curl: try 'curl --help' or 'curl --manual' for more information"

    private static func scan(_ arguments: ArraySlice<String>) throws(CommandFailure) -> ArgumentScanner {
        do throws(ArgumentScanner.Problem) {
            return try ArgumentScanner(arguments, known: options)
        } catch {
            if let option = error.option(among: otherOptions) { throw .notSimulated("curl \(option)") }
            let reason =
                switch error {
                case .unknownOption(let option): "option \(option): is unknown"
                case .unknownLetter(_, let word): "option \(word): is unknown"
                case .missingValue(_, let word): "option \(word): requires parameter"
                }
            throw CommandFailure(2, "curl: \(reason)\n\(hint)")
        }
    }

    func wait(in scope: CommandScope) -> CommandWait {
        guard let region = region(in: scope), !isListening(region, in: scope) else { return .forAnswer }
        return .inVain(patience: [answerPatience, connectPatience].compactMap(\.self).min())
    }

    func run(in scope: inout CommandScope) throws(CommandFailure) -> CommandResult {
        if ["localhost", "127.0.0.1"].contains(url.host) {
            return failure(
                7, "Failed to connect to \(url.host) port \(url.port) after 0 ms: Could not connect to server"
            )
        }
        guard let region = region(in: scope) else { return failure(6, "Could not resolve host: \(url.host)") }
        guard isListening(region, in: scope) else {
            return failure(28, timeOut(after: scope.now - scope.began))
        }
        let route = scope.infrastructure.clusters[region].route(
            host: DNSName.normalised(url.host), path: url.path)
        if !url.isSecure, !followsRedirects, route?.isCertified == true {
            return answer(308, "Permanent Redirect")
        }
        return answer(to: route)
    }

    /// What it says of a connection that nobody accepts or refuses, by whose patience ended.
    private func timeOut(after waited: Span) -> String {
        if let answerPatience, answerPatience <= connectPatience ?? answerPatience {
            return "Connection timed out after \(answerPatience.milliseconds) milliseconds"
        }
        let place = "Failed to connect to \(url.host) port \(url.port)"
        if let connectPatience {
            return "\(place) after \(connectPatience.milliseconds) ms: Timeout was reached"
        }
        return "\(place) after \(waited.milliseconds) ms: Could not connect to server"
    }

    private func answer(to route: IngressRoute?) -> CommandResult {
        guard let route else { return answer(404, "Not Found") }
        if url.isSecure || followsRedirects, checksCertificate {
            switch route.certificate {
            case .valid: break
            case .ofOtherHosts:
                return failure(
                    60, "SSL: no alternative certificate subject name matches target host name '\(url.host)'")
            case .expired:
                return failure(60, "SSL certificate problem: certificate has expired")
            }
        }
        if let status = route.fixedStatus { return answer(status, status < 400 ? "OK" : "") }
        guard let target = route.target, target.endpoints > 0 else {
            return answer(503, "Service Temporarily Unavailable")
        }
        // The ingress tries all endpoints; where none answers it gives up.
        return target.serving > 0 ? answer(200, "OK") : answer(504, "Gateway Time-out")
    }

    /// The region whose load balancer the name servers' answer leads to.
    private func region(in scope: CommandScope) -> Int? {
        scope.infrastructure.cloud.address(of: url.host)
            .flatMap(scope.infrastructure.cloud.region(ofLoadBalancer:))
    }

    private func isListening(_ region: Int, in scope: CommandScope) -> Bool {
        [80, 443].contains(url.port) && scope.reaches(region: region)
    }

    private func answer(_ status: Int, _ reason: String) -> CommandResult {
        let hasFailed = status >= 400 && failsOnError
        let page = status < 300 ? reason : "<html><head><title>\(status) \(reason)</title></head></html>"
        let body = showsHead ? "HTTP/2 \(status)" : page
        let isShown = !writesToFile && (!hasFailed || keepsFailedBody) && !body.isEmpty
        var result = hasFailed ? failure(22, "The requested URL returned error: \(status)") : .success("")
        result.output = (isShown ? body + "\n" : "") + writtenOut(status)
        return result
    }

    private func failure(_ status: Int, _ reason: String) -> CommandResult {
        CommandResult(
            status: status, output: writtenOut(0), errors: showsErrors ? "curl: (\(status)) \(reason)" : "")
    }

    /// What `-w` asks to be printed at the end; of its variables the status is simulated.
    private func writtenOut(_ status: Int) -> String {
        let code = String(repeating: "0", count: max(0, 3 - "\(status)".count)) + "\(status)"
        return epilogue.replacing("%{http_code}", with: code).replacing("%{response_code}", with: code)
            .replacing("\\n", with: "\n").replacing("\\t", with: "\t")
    }
}
