import DRSimCloud
import DRSimKubernetes

/// The simulated `curl`: asks a URL the way a client would, through DNS, load balancer and ingress.
struct Curl: Program {
    private let url: URLParts
    private let failsOnError: Bool
    private let isSilent: Bool

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        let scanner: ArgumentScanner
        do {
            scanner = try ArgumentScanner(
                arguments,
                known: [
                    .flag("-f", "--fail"), .flag("-s", "--silent"), .flag("-S", "--show-error"),
                    .flag("-fsS"),
                    .flag("-k", "--insecure"), .value("-o", "--output"), .value("--max-time", "-m"),
                    .value("-w", "--write-out"), .value("--retry"),
                ])
        } catch {
            switch error {
            case .unknownOption(let option):
                throw CommandFailure(
                    2, "curl: option \(option): is unknown\ncurl: try 'curl --help' for more information")
            case .missingValue(let option):
                throw CommandFailure(2, "curl: option \(option): requires parameter")
            }
        }
        guard let text = scanner.positions.first else {
            throw CommandFailure(2, "curl: no URL specified!\ncurl: try 'curl --help' for more information")
        }
        guard let url = URLParts(text) else { throw CommandFailure(3, "curl: (3) URL rejected: \(text)") }
        self.url = url
        failsOnError = scanner.has("-f") || scanner.has("-fsS")
        isSilent = scanner.has("-s") || scanner.has("-fsS")
    }

    func silentAddress(in scope: CommandScope) -> Bool {
        guard let region = region(in: scope) else { return false }
        return !scope.infrastructure.cloud.isReachable(from: scope.session.site, to: .region(region))
    }

    func run(in scope: inout CommandScope) -> CommandResult {
        guard scope.infrastructure.cloud.address(of: url.host) != nil else {
            return .failure(6, "curl: (6) Could not resolve host: \(url.host)")
        }
        guard let region = region(in: scope) else {
            return .failure(6, "curl: (6) Could not resolve host: \(url.host)")
        }
        guard !silentAddress(in: scope) else {
            return .failure(28, "curl: (28) Failed to connect to \(url.host) port 443: Connection timed out")
        }
        let cluster = scope.infrastructure.clusters[region]
        guard let route = cluster.route(host: url.host, path: url.path) else {
            return answer(404, "Not Found")
        }
        guard route.isCertified else {
            return .failure(
                60,
                "curl: (60) SSL: no alternative certificate subject name matches target host name '\(url.host)'"
            )
        }
        if let status = route.fixedStatus { return answer(status, "") }
        guard let target = route.target, target.serving > 0 else {
            return answer(503, "Service Temporarily Unavailable")
        }
        return answer(200, "OK")
    }

    private func region(in scope: CommandScope) -> Int? {
        guard let target = scope.infrastructure.cloud.address(of: url.host) else { return nil }
        return scope.infrastructure.cloud.region(ofLoadBalancer: target)
    }

    private func answer(_ status: Int, _ body: String) -> CommandResult {
        if status >= 400, failsOnError {
            return .failure(22, "curl: (22) The requested URL returned error: \(status)")
        }
        return .success(body + "\n")
    }
}

/// Host and path of a URL.
struct URLParts: Hashable, Sendable {
    let host: String
    let path: String

    /// Reads `https://host/path`; `nil` if there is no host.
    init?(_ text: String) {
        var rest = Substring(text)
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
        }
        let authority = rest.prefix { $0 != "/" }
        let host = authority.prefix { $0 != ":" }
        guard !host.isEmpty, !host.contains(" ") else { return nil }
        self.host = String(host)
        let path = rest.dropFirst(authority.count).prefix { $0 != "?" }
        self.path = path.isEmpty ? "/" : String(path)
    }
}
