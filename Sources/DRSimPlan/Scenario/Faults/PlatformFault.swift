/// A fault of the platform that applications are delivered by and reached through.
package enum PlatformFault: Hashable, Sendable {
    /// The certificate that names a host expires in a context's cluster; the end of the fault renews it.
    case certificateExpired(context: String, host: String)
    /// The registry that a context's cluster pulls images from does not answer; without one, that of all.
    case registryOutage(context: String?)
    /// The repository that Argo CD reads does not answer.
    case gitOutage
    /// Somebody switches automated sync with self-healing on for an application of a context's Argo CD; the
    /// end of the fault gives it its policy back.
    case selfHealing(context: String, application: String)
    /// A commit gives a deployment in a folder of Git an image whose pods never become ready; the end of
    /// the fault reverts it.
    case badCommit(path: String, deployment: String)
    /// The external-dns of a context's cluster takes the public names for its own: it points those its
    /// ingresses have rules for back at its load balancer (F57).
    case externalDNS(context: String)

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case certificateExpired = "certificate_expired"
        case registryOutage = "registry_outage"
        case gitOutage = "git_outage"
        case selfHealing = "argo_self_heal"
        case badCommit = "bad_commit"
        case externalDNS = "external_dns"
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .certificateExpired: .certificateExpired
        case .registryOutage: .registryOutage
        case .gitOutage: .gitOutage
        case .selfHealing: .selfHealing
        case .badCommit: .badCommit
        case .externalDNS: .externalDNS
        }
    }

    /// Whether it harms no service by itself.
    var isCircumstance: Bool {
        switch self {
        case .certificateExpired: false
        case .registryOutage, .gitOutage, .selfHealing, .badCommit, .externalDNS: true
        }
    }
}
