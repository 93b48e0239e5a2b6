package import DRSimUnits

/// A request for somebody's approval.
package struct ApprovalRequest: Hashable, Sendable {
    /// What the answer will carry.
    package var token: Int
    /// Whose approval is asked for.
    package var role: RoleID
    /// How long the answer is waited for.
    package var timeout: Span
    /// What the approver goes by.
    package var ground: Ground

    /// What an approver goes by.
    package enum Ground: Hashable, Sendable {
        /// A look at what users get: granted while they are not served, refused otherwise, so that
        /// a false alarm is found out.
        case outage
        /// The same, but of a disaster of another family than the one that goes on: refused, too, once that
        /// one has been declared and somebody is at work on it.
        case otherDisaster
        /// A procedure that was agreed on: granted.
        case procedure
        /// A look at the region users would go back to: granted while it is well, refused otherwise.
        case wayBack
    }

    /// Creates a request.
    package init(token: Int, role: RoleID, timeout: Span, ground: Ground) {
        (self.token, self.role, self.timeout, self.ground) = (token, role, timeout, ground)
    }
}
