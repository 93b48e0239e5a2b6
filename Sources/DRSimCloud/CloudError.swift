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
        /// More of something than an account may have.
        case resourceLimitExceeded = "ResourceLimitExceededException"
        /// No zone of that id.
        case noSuchHostedZone = "NoSuchHostedZone"
        /// A change of records that cannot be made; none of the batch was.
        case invalidChangeBatch = "InvalidChangeBatch"
        /// No change of that id.
        case noSuchChange = "NoSuchChange"

        /// No bucket of that name.
        case noSuchBucket = "NoSuchBucket"
        /// No object of that key.
        case noSuchKey = "NoSuchKey"
        /// No version of that id.
        case noSuchVersion = "NoSuchVersion"
        /// The caller may not, or the object is locked.
        case accessDenied = "AccessDenied"
        /// The caller's credentials are none.
        case invalidAccessKey = "InvalidAccessKeyId"
        /// A copy of more than one request takes.
        case invalidRequest = "InvalidRequest"
        /// An upload of more than one request takes.
        case entityTooLarge = "EntityTooLarge"
        /// No user or access key of that name.
        case noSuchEntity = "NoSuchEntity"
        /// A user has as many access keys as it may.
        case limitExceeded = "LimitExceeded"
        /// The object store is out.
        case serviceUnavailable = "ServiceUnavailable"

        /// No key of that name in the region.
        case keyNotFound = "NotFoundException"
        /// The key is switched off.
        case keyDisabled = "DisabledException"
        /// The key is to be deleted.
        case keyStateInvalid = "KMSInvalidStateException"
        /// The key service cannot use the key.
        case keyUnavailable = "KeyUnavailableException"
        /// As `keyNotFound`, told by the object store.
        case keyNotFoundInStore = "KMS.NotFoundException"
        /// As `keyDisabled`, told by the object store.
        case keyDisabledInStore = "KMS.DisabledException"
        /// As `keyStateInvalid`, told by the object store.
        case keyStateInvalidInStore = "KMS.KMSInvalidStateException"
        /// As `keyUnavailable`, told by the object store.
        case keyUnavailableInStore = "KMS.KeyUnavailableException"

        /// No snapshot of that id in the region.
        case noSuchSnapshot = "InvalidSnapshot.NotFound"
        /// No volume of that id in the region.
        case noSuchVolume = "InvalidVolume.NotFound"
        /// A snapshot that is not complete.
        case incorrectState = "IncorrectState"
        /// The caller may not do this to an instance or a volume.
        case unauthorized = "UnauthorizedOperation"
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

        /// Stores an object in one request.
        case putObject = "PutObject"
        /// Begins to store an object in parts.
        case createMultipartUpload = "CreateMultipartUpload"
        /// Copies an object in one request.
        case copyObject = "CopyObject"
        /// Copies an object in parts.
        case uploadPartCopy = "UploadPartCopy"
        /// Reads an object.
        case getObject = "GetObject"
        /// Reads what is known of an object.
        case headObject = "HeadObject"
        /// Deletes an object or a version.
        case deleteObject = "DeleteObject"
        /// Lists objects.
        case listObjectsV2 = "ListObjectsV2"

        /// Lists the access keys of a user.
        case listAccessKeys = "ListAccessKeys"
        /// Makes an access key.
        case createAccessKey = "CreateAccessKey"
        /// Takes an access key out of use, or into it.
        case updateAccessKey = "UpdateAccessKey"
        /// Deletes an access key.
        case deleteAccessKey = "DeleteAccessKey"

        /// Describes a key.
        case describeKey = "DescribeKey"
        /// Encrypts with a key.
        case encrypt = "Encrypt"
        /// Decrypts with a key.
        case decrypt = "Decrypt"

        /// Takes a snapshot of a volume.
        case createSnapshot = "CreateSnapshot"
        /// Copies a snapshot to another region.
        case copySnapshot = "CopySnapshot"
        /// Describes snapshots.
        case describeSnapshots = "DescribeSnapshots"
    }

    init(_ code: Code, _ operation: Operation, _ message: String) {
        (self.code, self.operation, self.message) = (code, operation, message)
    }
}

extension CloudError: CustomStringConvertible {
    /// The line the command line tool prints.
    package var description: String {
        let retries = code == .serviceUnavailable ? " (reached max retries: 2)" : ""
        return "An error occurred (\(code.rawValue)) when calling the \(operation.rawValue) operation"
            + "\(retries): \(message)"
    }
}
