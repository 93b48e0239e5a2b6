package import DRSimUnits

/// Somebody with credentials: what they may do, and to what.
package struct Identity: Hashable, Sendable {
    /// The identity's name.
    package var name: String
    /// The number of its account.
    package var account: String
    /// What it may do.
    package var grants: [Grant]

    /// Creates an identity.
    package init(name: String, account: String, grants: [Grant]) {
        (self.name, self.account, self.grants) = (name, account, grants)
    }

    /// Actions that may be done to resources.
    package struct Grant: Hashable, Sendable {
        /// The actions, such as `s3:GetObject`; a star at the end stands for anything.
        package var actions: [String]
        /// Names of buckets and ids of keys; `*` stands for all of the identity's own account.
        package var resources: [String]

        /// Creates a grant.
        package init(actions: [String], resources: [String]) {
            (self.actions, self.resources) = (actions, resources)
        }
    }

    /// Whether the identity may do something to a resource of an account.
    package func may(_ action: String, _ resource: String, of account: String) -> Bool {
        grants.contains { grant in
            grant.actions.contains { Self.matches($0, action) }
                && (grant.resources.contains(resource)
                    || account == self.account && grant.resources.contains("*"))
        }
    }

    private static func matches(_ pattern: String, _ action: String) -> Bool {
        pattern.hasSuffix("*") ? action.hasPrefix(pattern.dropLast()) : pattern == action
    }
}

/// Who asks the provider's API for something.
package enum Caller: Hashable, Sendable {
    /// Somebody whose rights are not in question, such as the provider itself.
    case anyone
    /// The identity of this name, by any access key of its.
    case identity(String)
    /// Who stole the access keys an identity had at an instant.
    case thief(of: String, since: Instant)

    /// The caller of an identity's name; anyone where there is none.
    package init(_ name: String?) {
        self = name.map { .identity($0) } ?? .anyone
    }
}

extension Caller {
    /// The name of the identity that is asked for something; `nil` where rights are not in question.
    var name: String? {
        switch self {
        case .anyone: nil
        case .identity(let name), .thief(let name, _): name
        }
    }
}
