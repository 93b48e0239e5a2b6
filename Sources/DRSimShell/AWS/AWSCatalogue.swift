import OrderedCollections

/// The services and operations the simulated `aws` knows.
enum AWSCatalogue {
    /// Operations by service and name.
    static let operations: OrderedDictionary<String, OrderedDictionary<String, any AWSOperation.Type>> = [
        "eks": [
            "update-nodegroup-config": UpdateNodegroupConfig.self,
            "describe-nodegroup": DescribeNodegroup.self,
        ],
        "route53": [
            "change-resource-record-sets": ChangeResourceRecordSets.self,
            "list-resource-record-sets": ListResourceRecordSets.self, "get-change": GetChange.self,
        ],
        "s3": ["ls": S3Listing.self, "cp": S3Copy.self, "sync": S3Sync.self, "rm": S3Removal.self],
        "s3api": [
            "head-object": HeadObject.self, "get-object": GetObject.self,
            "list-objects-v2": ListObjectsV2.self,
            "put-object": PutObject.self, "copy-object": CopyObject.self, "delete-object": DeleteObject.self,
        ],
        "kms": [
            "describe-key": DescribeKey.self, "encrypt": EncryptText.self, "decrypt": DecryptText.self,
        ],
        "iam": [
            "list-access-keys": ListAccessKeys.self, "create-access-key": CreateAccessKey.self,
            "update-access-key": UpdateAccessKey.self, "delete-access-key": DeleteAccessKey.self,
        ],
        "ec2": [
            "describe-snapshots": DescribeSnapshots.self, "create-snapshot": CreateSnapshot.self,
            "copy-snapshot": CopySnapshot.self, "describe-instances": DescribeInstances.self,
        ],
    ]

    /// Operations that exist, are named by no verb and its object, and are not simulated.
    static let otherOperations: [String: [String]] = [
        "s3": ["mb", "mv", "presign", "rb", "website"], "eks": ["wait"], "ec2": ["wait"], "route53": ["wait"],
        "s3api": ["wait"], "kms": ["re-encrypt", "sign", "verify"],
    ]

    /// Services that exist and are not simulated.
    static let otherServices = [
        "autoscaling", "backup", "cloudformation", "cloudwatch", "ecr", "elbv2", "lambda", "logs",
        "rds",
        "secretsmanager", "sns", "sqs", "ssm", "sts",
    ]

    /// The words operations begin with.
    static let verbs = [
        "associate", "attach", "copy", "create", "delete", "describe", "disable", "enable", "generate", "get",
        "head", "list", "put", "restore", "run", "schedule", "start", "stop", "terminate", "test", "update",
        "upload",
    ]
}
