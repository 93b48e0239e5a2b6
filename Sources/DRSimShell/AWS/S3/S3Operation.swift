import DRSimCloud
import DRSimUnits

/// An operation on buckets: asked of the region the command names, which leads on to the buckets' own.
protocol S3Operation: AWSOperation {
    /// What it acts on, the first for the address.
    var addresses: [ObjectAddress] { get }
}

extension S3Operation {
    func region(_ call: AWSCall, in scope: CommandScope) -> Int? {
        let cloud = scope.infrastructure.cloud
        guard let asked = cloud.region(named: call.region) else { return nil }
        let regions = [asked] + addresses.compactMap { cloud.bucket(named: $0.bucket)?.region }
        return regions.first { !scope.answers(region: $0) } ?? asked
    }

    func endpoint(_ call: AWSCall, region: String) -> String {
        let address = addresses.first ?? ObjectAddress("", "")
        return "https://\(address.bucket).s3.\(region).amazonaws.com/\(address.key)"
    }
}

extension CommandScope {
    /// In whose name commands ask the cloud.
    var caller: Caller { Caller(session.identity) }

    /// The answer to a question to the cloud, or its refusal in the command line's words.
    func ask<Answer>(
        _ body: (Cloud, Caller) throws(CloudError) -> Answer
    ) throws(CommandFailure) -> Answer {
        do throws(CloudError) {
            return try body(infrastructure.cloud, caller)
        } catch {
            throw CommandFailure(254, "\(error)")
        }
    }

    /// A moment as listings of the object store print it.
    func listed(_ instant: Instant) -> String {
        let text = "\(infrastructure.start + (instant - .start))"
        return text.prefix(10) + " " + text.dropFirst(11).prefix(8)
    }

    /// A moment as answers in JSON have it.
    func stamped(_ instant: Instant) -> String {
        "\(infrastructure.start + (instant - .start))".prefix(19) + "+00:00"
    }
}

extension CloudError {
    /// The refusal of a question for what is known of an object: such an answer has a status and no body.
    var withoutBody: String {
        let (status, words) =
            switch code {
            case .noSuchBucket, .noSuchKey, .noSuchVersion: (404, "Not Found")
            case .accessDenied, .invalidAccessKey: (403, "Forbidden")
            case .serviceUnavailable: (503, "Service Unavailable")
            default: (400, "Bad Request")
            }
        let retries = status == 503 ? " (reached max retries: 2)" : ""
        return "An error occurred (\(status)) when calling the HeadObject operation\(retries): \(words)"
    }
}
