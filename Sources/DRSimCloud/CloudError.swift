/// A refusal of the cloud provider's API, in the words of its command line tool.
package struct CloudError: Error, Hashable, Sendable {
    /// The API's name for the kind of refusal.
    package var code: Code
    /// The operation that was refused.
    package var operation: Operation
    /// What was wrong.
    package var message: String

    /// The kinds of refusal.
    package enum Code: String, Hashable, Sendable {
        /// No cluster or node group of that name.
        case resourceNotFound = "ResourceNotFoundException"
        /// Sizes that contradict each other.
        case invalidParameter = "InvalidParameterException"
        /// No zone of that id.
        case noSuchHostedZone = "NoSuchHostedZone"
        /// A change of records that cannot be made; none of the batch was.
        case invalidChangeBatch = "InvalidChangeBatch"
        /// No change of that id.
        case noSuchChange = "NoSuchChange"
    }

    /// The operations that can be refused.
    package enum Operation: String, Hashable, Sendable {
        /// Changes the sizes of a node group.
        case updateNodegroupConfig = "UpdateNodegroupConfig"
        /// Describes a node group.
        case describeNodegroup = "DescribeNodegroup"
        /// Changes records of a zone.
        case changeResourceRecordSets = "ChangeResourceRecordSets"
        /// Lists the records of a zone.
        case listResourceRecordSets = "ListResourceRecordSets"
        /// Asks whether a change has propagated.
        case getChange = "GetChange"
    }

    init(_ code: Code, _ operation: Operation, _ message: String) {
        (self.code, self.operation, self.message) = (code, operation, message)
    }
}

extension CloudError: CustomStringConvertible {
    /// The line the command line tool prints.
    package var description: String {
        "An error occurred (\(code.rawValue)) when calling the \(operation.rawValue) operation: \(message)"
    }
}
