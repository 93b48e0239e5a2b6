import DRSimDocument
import DRSimKernel

/// Where an ingress sends a request.
package struct IngressRoute: Hashable, Sendable {
    /// The ingress that takes it.
    package let ingress: ObjectReference
    /// The service it goes to; `nil` if the ingress names one that is not there.
    package let target: ServiceTarget?
    /// What a client finds who looks at the certificate.
    package let certificate: Certificate
    /// The status the ingress answers with itself, whatever is behind it.
    package let fixedStatus: Int?

    /// What a certificate is to a client.
    package enum Certificate: Hashable, Sendable {
        /// It names the host and has not expired.
        case valid
        /// None names the host.
        case ofOtherHosts
        /// It names the host and has expired.
        case expired
    }

    /// Whether clients take the certificate; browsers and `curl` go away otherwise.
    package var isCertified: Bool { certificate == .valid }
}

extension KubernetesCluster {
    /// Where a request goes that arrives at the cluster's load balancer; `nil` if no rule is for
    /// this host and path, which the ingress controller answers with 404.
    package func route(host: String, path: String) -> IngressRoute? {
        guard let (rule, entry) = match(host: host, path: path) else { return nil }
        return IngressRoute(
            ingress: rule.reference,
            target: serviceTarget(named: entry.service, namespace: rule.reference.namespace),
            certificate: certificate(of: rule, for: host),
            fixedStatus: rule.fixedAnswers.first { path.hasPrefix($0.path) }?.status)
    }

    /// The deployment behind a host and path, if clients take the certificate; `nil` where a request reaches
    /// none.
    package func deployment(behind host: String, path: String) -> String? {
        guard let (rule, entry) = match(host: host, path: path), certificate(of: rule, for: host) == .valid,
            case .deployment(let name)? = backend(of: entry.service, namespace: rule.reference.namespace)
        else { return nil }
        return name
    }

    private func match(host: String, path: String) -> (IngressRule, IngressRule.Path)? {
        var best: (rule: IngressRule, path: IngressRule.Path, rank: [Int])?
        for rule in ingresses {
            for entry in rule.paths where IngressRule.matches(entry.host, host) {
                guard let fit = entry.rank(path) else { continue }
                let rank = [entry.host == host ? 1 : 0, fit]
                if best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true {
                    best = (rule, entry, rank)
                }
            }
        }
        return best.map { ($0.rule, $0.path) }
    }

    /// Where traffic for a host leads that any ingress has a rule for.
    package func hasRule(for host: String) -> Bool {
        ingresses.contains { $0.paths.contains { IngressRule.matches($0.host, host) } }
    }

    /// Whether external-dns keeps the record of a host: any ingress has a rule for it and leaves it to that.
    package func publishes(_ host: String) -> Bool {
        ingresses.contains { $0.isPublished && $0.paths.contains { IngressRule.matches($0.host, host) } }
    }

    private func certificate(of rule: IngressRule, for host: String) -> IngressRoute.Certificate {
        guard let hosts = rule.certificate(for: host) else { return .ofOtherHosts }
        return expiredCertificates.contains(hosts) ? .expired : .valid
    }

    /// The certificate that names a host expires, or one that had is renewed.
    ///
    /// - Returns: the hosts it names; `nil` where no ingress has one for the host.
    @discardableResult
    package mutating func certificate(of host: String, isExpired: Bool) -> [String]? {
        guard let hosts = ingresses.lazy.compactMap({ $0.certificate(for: host) }).first else { return nil }
        if isExpired {
            expiredCertificates.append(hosts)
        } else if let index = expiredCertificates.firstIndex(of: hosts) {
            expiredCertificates.remove(at: index)
        }
        return hosts
    }

    /// Whether an ingress takes its certificate for a host from a secret.
    package func certifies(_ host: String, by secret: ObjectReference) -> Bool {
        ingresses.contains { rule in
            rule.reference.namespace == secret.namespace
                && rule.certificates.firstIndex { $0.contains { IngressRule.matches($0, host) } }
                    .map { rule.secrets[$0] } == secret.name
        }
    }

    mutating func readIngresses() {
        ingresses = store.objects(of: .ingresses, namespace: nil).map(IngressRule.init)
    }

    /// What the ingress controller's admission webhook refuses (D9).
    func reviewIngress(_ object: JSONValue, _ key: ObjectKey) throws(APIError) {
        let webhook = "admission webhook \"validate.nginx.ingress.kubernetes.io\" denied the request: "
        if !allowsSnippets, object[path: "metadata", "annotations", FixedAnswer.annotation] != nil {
            throw APIError(
                .badRequest,
                webhook + "\(FixedAnswer.annotation) annotation cannot be used. Snippet directives are "
                    + "disabled by the Ingress administrator")
        }
        let others = ingresses.filter {
            $0.reference.name != key.name || $0.reference.namespace != key.namespace
        }
        for rule in object[path: "spec", "rules"]?.array ?? [] {
            for entry in rule[path: "http", "paths"]?.array ?? [] {
                let (host, path) = (rule["host"]?.string ?? "*", entry["path"]?.string ?? "/")
                let rival = others.first { other in
                    other.paths.contains { $0.host == host && $0.path == path }
                }
                guard let rival = rival?.reference else { continue }
                throw APIError(
                    .badRequest,
                    webhook + "host \"\(host)\" and path \"\(path)\" is already defined in ingress "
                        + "\(rival.namespace)/\(rival.name)")
            }
        }
    }
}
