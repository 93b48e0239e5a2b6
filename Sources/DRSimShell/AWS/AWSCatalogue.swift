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
        "s3": ["mb", "mv", "presign", "rb", "website"], "eks": ["get-token", "update-kubeconfig", "wait"],
        "ec2": ["wait"], "route53": ["wait"], "iam": ["wait"], "s3api": ["wait"],
        "kms": ["decapsulate", "encapsulate", "sign", "verify"],
    ]

    /// Services that exist and are not simulated, beside some that few know.
    static let otherServices = words(
        """
        accessanalyzer account acm acm-pca amplify apigateway apigatewayv2 appconfig \
        application-autoscaling appmesh apprunner appsync athena autoscaling autoscaling-plans backup \
        batch bedrock billing budgets ce cloud9 cloudcontrol cloudformation cloudfront cloudhsmv2 \
        cloudtrail cloudwatch codeartifact codebuild codecommit codepipeline cognito-identity \
        cognito-idp compute-optimizer configservice configure connect controltower deploy \
        directconnect dlm dms docdb drs ds dynamodb dynamodbstreams ebs ec2-instance-connect ecr \
        ecr-public ecs efs eks-auth elasticache elasticbeanstalk elb elbv2 emr es events firehose fis \
        fms fsx glacier globalaccelerator glue grafana guardduty health history identitystore \
        imagebuilder inspector2 iot kafka kendra keyspaces kinesis lakeformation lambda license-manager \
        lightsail logs macie2 mediaconvert memorydb mgn mq mwaa neptune network-firewall networkmanager \
        opensearch organizations outposts pi pipes polly pricing ram rbin rds rds-data redshift \
        redshift-data rekognition resiliencehub resource-groups resourcegroupstaggingapi rolesanywhere \
        route53-recovery-cluster route53-recovery-control-config route53-recovery-readiness \
        route53domains route53resolver s3control s3outposts sagemaker savingsplans scheduler schemas \
        secretsmanager securityhub securitylake serverlessrepo service-quotas servicecatalog \
        servicediscovery ses sesv2 shield signer snowball sns sqs ssm ssm-contacts ssm-incidents sso \
        sso-admin sso-oidc stepfunctions storagegateway sts support swf synthetics textract \
        timestream-query timestream-write transcribe transfer translate verifiedpermissions vpc-lattice \
        waf waf-regional wafv2 wellarchitected workspaces xray
        """)

    /// The words with which the operations of the services above begin (botocore's descriptions of them).
    static let verbs = words(
        """
        abort accept acquire activate add advertise allocate apply assign associate attach authorize \
        batch bundle cancel change complete confirm connect copy create deactivate delete deprovision \
        deregister derive describe detach disable disassociate disconnect enable export generate get \
        head import list lock modify monitor move provision purchase put re reboot register reject \
        release remove rename replace replicate report request reset restore resync retire revoke rotate \
        run schedule search select send set simulate start stop tag terminate test unassign unlock \
        unmonitor untag update upload validate verify withdraw write
        """)

    private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
