import DRSimKernel
import DRSimPostgres
import DRSimShell
import DRSimUnits
import Testing

/// Programs in the containers of a database's instances, and their refusals.
struct KubectlExecTests {
    static let exec = "kubectl exec orders-db-1 -n production --"

    static let rows: [Answer] = [
        // What the document types (F38, F59, F60).
        Answer(
            "kubectl exec -n production orders-db-1 -- pg_dump -h localhost -U postgres -d app --compress=9",
            1,
            "fe_sendauth: no password supplied\ncommand terminated with exit code 1"),
        Answer(
            "\(exec) pg_basebackup -h orders-db-rw -D /data '--target-time=2024-01-15 14:30:00'", 1,
            "pg_basebackup: unrecognized option '--target-time=2024-01-15 14:30:00'\n"
                + "pg_basebackup: hint: Try \"pg_basebackup --help\" for more information.\n"
                + "command terminated with exit code 1"),
        Answer(
            "\(exec) psql -c 'SELECT current_timestamp, pg_is_in_recovery();'", 0,
            " 2026-03-10 00:05:00+00 | f\n(1 row)"),
        Answer("kubectl exec orders-db-2 -n production -- psql -tAc 'select pg_is_in_recovery()'", 0, "t"),
        Answer("\(exec) psql -h localhost -U postgres -c 'select 1'", 2, "no password supplied"),
        Answer(
            "\(exec) psql -h orders-db-2 -c 'select 1'", 2, "could not translate host name \"orders-db-2\""),
        Answer("\(exec) pg_basebackup -h orders-db-9 -D /data", 1, "could not translate host name"),
        Answer("\(exec) pg_basebackup -h orders-db-rw", 1, "must specify output directory or backup target"),
        Answer("\(exec) pg_dump -Fx -d app", 1, "invalid output format \"x\" specified"),
        Answer("\(exec) pg_dump -d app -j 4", 1, "parallel backup only supported by the directory format"),
        Answer("\(exec) pg_dump -d app -Fd", 1, "pg_dump: error: no output directory specified"),
        Answer("\(exec) pg_dump -d app -Fd -j 4 -f /dump", 0, ""),
        Answer("\(exec) pg_dump -d app -s", 126, "pg_dump --schema-only is not simulated"),
        Answer("\(exec) pg_dump -d app --data-only", 126, "pg_dump --data-only is not simulated"),
        Answer("kubectl exec orders-db-1 -n production -c postgres -- psql -tAc 'select 1'", 0, "1"),
        Answer(
            "kubectl exec orders-db-1 -n production -c main -- psql -tAc 'select 1'", 1,
            "error: container main is not valid for pod orders-db-1 out of: postgres"),
        Answer("\(exec) pg_dump --nonsense", 1, "pg_dump: unrecognized option '--nonsense'"),
        Answer("\(exec) pg_dump -h", 1, "pg_dump: option requires an argument -- 'h'"),
        Answer("\(exec) pg_restore /backup", 1, "one of -d/--dbname and -f/--file must be specified"),
        Answer("\(exec) pg_restore -d app /backup", 1, "could not open input file \"/backup\""),
        Answer("\(exec) pg_restore -d app", 1, "input file does not appear to be a valid archive"),
        Answer("\(exec) pg_restore -j 4 -d app", 1, "parallel restore from standard input is not supported"),
        // The name of a database that is not there, and of one that holds nothing of the application's.
        Answer(
            "\(exec) psql -d nope -c 'select 1'", 2,
            "psql: error: connection to server on socket \"/controller/run/.s.PGSQL.5432\" failed: FATAL:  "
                + "database \"nope\" does not exist\ncommand terminated with exit code 2"),
        Answer(
            "\(exec) pg_dump -U postgres nope", 1,
            "pg_dump: error: connection to server on socket \"/controller/run/.s.PGSQL.5432\" failed: "
                + "FATAL:  database \"nope\" does not exist\ncommand terminated with exit code 1"),
        Answer("\(exec) pg_dump -d postgres", 126, "a dump of another database than the application's"),
        Answer("\(exec) psql -f /nowhere", 1, "psql: error: /nowhere: No such file or directory"),
        Answer("\(exec) vim", 127, "exec: \"vim\": executable file not found in $PATH"),
        Answer(
            "kubectl exec orders-db-9 -n production -- psql", 1,
            "(NotFound): pods \"orders-db-9\" not found"),
        Answer(
            "kubectl exec orders-db-1 -n production psql", 1,
            "exec [POD] [COMMAND] is not supported anymore"),
        Answer("kubectl exec service/orders-db-rw -n production -- psql -tAc 'select 1'", 0, "1"),
        Answer(
            "kubectl exec svc/orders-db-ro -n production -- psql -tAc 'select pg_is_in_recovery()'", 0, "t"),
        Answer("kubectl exec pod/orders-db-1 -n production -- psql -tAc 'select 1'", 0, "1"),
        Answer(
            "kubectl exec service/nothing -n production -- psql", 1,
            "(NotFound): services \"nothing\" not found"),
        Answer(
            "kubectl exec postgresql/orders-db -n production -- psql", 1,
            "error: the server doesn't have a resource type \"postgresql\""),
        Answer(
            "kubectl exec orders-db-1 -n production -c nope -- psql -tAc 'select 1'", 1,
            "error: container nope is not valid for pod orders-db-1 out of: "),
        Answer(
            "kubectl exec sts/orders-db -n production -- psql", 126, "drsim: kubectl exec sts/NAME is not"),
        Answer("kubectl exec orders-db-1 -n production --", 1, "must specify at least one command"),
        Answer("kubectl exec -n production -- psql", 1, "pod, type/name or --filename must be specified"),
    ]

    @Test(arguments: [
        "pg_dumpall --globals-only", "pg_isready", "pg_controldata", "bash -c 'psql -c 1'", "ls /", "cat a",
        "/usr/bin/psql -c 1",
    ])
    func `does not say of what an image has that it has it not`(line: String) throws {
        var fixture = try ShellFixture()
        let result = fixture.run("\(Self.exec) \(line)")
        #expect(result.status == 126 && result.gap != nil)
        #expect(result.errors == "drsim: \(line.prefix { $0 != " " }) in a container is not simulated")
    }

    @Test(arguments: rows) func `answers as the real programs do`(_ row: Answer) throws {
        var fixture = try ShellFixture()
        let result = fixture.run(row.line)
        #expect(result.status == row.status)
        let text = result.errors.isEmpty ? result.output : result.errors
        #expect(text.contains(row.firstLine), "\(text)")
    }

    @Test func `an archive is restored into a database that is there, or into the one it creates`() throws {
        var fixture = try ShellFixture()
        let dump = fixture.run("\(Self.exec) pg_dump -Fc -d app").output
        let exec = "kubectl exec -i orders-db-1 -n production --"
        let refused = fixture.run("\(exec) pg_restore -d nope", input: dump)
        #expect(refused.status == 1)
        #expect(
            refused.firstLine
                == "pg_restore: error: connection to server on socket \"/controller/run/.s.PGSQL.5432\" "
                + "failed: FATAL:  database \"nope\" does not exist")
        #expect(fixture.run("\(exec) pg_restore -d postgres", input: dump).status == 126)
        #expect(fixture.run("\(exec) pg_restore --create -d postgres", input: dump).isEffective)
    }

    @Test func `a dump takes as long as its size, and holds what was there when it began`() throws {
        var fixture = try ShellFixture()
        // 36 GB at 10 MB/s.
        #expect(fixture.delay(of: "\(Self.exec) pg_dump -Fc -d app") == .seconds(3_601))
        #expect(fixture.delay(of: "\(Self.exec) pg_dump -h localhost -d app") == .seconds(1))
        let result = fixture.run("\(Self.exec) pg_dump -Fc -d app")
        let payload = try #require(DumpPayload(result.output))
        #expect(!payload.isPlain)
        #expect(fixture.infrastructure.databases.catalog[payload.id].began == fixture.now)
    }

    @Test func `an archive is restored by pg_restore, a script by psql, and not the other way round`() throws
    {
        for (format, program, isRight) in [
            ("c", "pg_restore -d app", true), ("p", "psql -d app", true), ("p", "pg_restore -d app", false),
            ("c", "psql -d app", false),
        ] {
            var fixture = try ShellFixture()
            let dump = fixture.run("\(Self.exec) pg_dump -F \(format) -d app").output
            let line = "kubectl exec -i orders-db-1 -n production -- \(program)"
            let result = fixture.run(line, input: dump)
            #expect((result.status == 0) == isRight, "\(format) \(program): \(result.errors)")
            #expect((fixture.infrastructure.databases.ledger.timelines.count == 2) == isRight)
        }
    }

    @Test func `a dump goes through an object store and back`() throws {
        var fixture = try ShellFixture()
        let dump = fixture.run("\(Self.exec) pg_dump -d app").output
        #expect(fixture.run("aws s3 cp - s3://backups/night.sql.gz", input: dump).isEffective)
        #expect(fixture.run("aws s3 ls s3://backups/night").output.hasSuffix("night.sql.gz\n"))
        let fetched = fixture.run("aws s3 cp s3://backups/night.sql.gz -")
        #expect(fetched.output == dump)
        let restored = fixture.run(
            "kubectl exec -i service/orders-db-rw -n production -- psql -d app", input: fetched.output)
        #expect(restored.status == 0 && fixture.infrastructure.databases.ledger.timelines.count == 2)
        #expect(
            fixture.run("aws s3 cp s3://backups/ - --recursive").errors
                == "Streaming currently is only compatible with non-recursive cp commands")
        #expect(fixture.run("aws s3 cp s3://backups/none -").status == 1)
    }

    @Test func `a dump in a file of the container is read from there`() throws {
        var fixture = try ShellFixture()
        #expect(fixture.run("\(Self.exec) pg_dump -Fd -j 4 -f /backup -d app").status == 0)
        #expect(fixture.delay(of: "\(Self.exec) pg_restore -j 8 -d app /backup") == .seconds(361))
        #expect(fixture.run("\(Self.exec) pg_restore -j 8 -d app /backup").isEffective)
        let other = "kubectl exec orders-db-2 -n production -- pg_restore -d app /backup"
        #expect(fixture.run(other).errors.contains("could not open input file"))
    }

    @Test func `a dump that is bad in silence is found out when it is restored`() throws {
        var fixture = try ShellFixture()
        let payload = try #require(DumpPayload(fixture.run("\(Self.exec) pg_dump -Fc -d app").output))
        fixture.infrastructure.databases.spoil(payload.id)
        let result = fixture.run(
            "kubectl exec -i orders-db-1 -n production -- pg_restore -d app", input: payload.text)
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("pg_restore: error: could not uncompress data"))
    }

    @Test func `no program connects where the postmaster is down`() throws {
        var fixture = try ShellFixture()
        fixture.crash(instance: 0, of: 0)
        for (line, status) in [("pg_dump -d app", 1), ("psql -c 'select 1'", 2), ("pg_basebackup -D /d", 1)] {
            let result = fixture.run("\(Self.exec) \(line)")
            #expect(result.status == status)
            #expect(result.errors.contains("Is the server running locally"))
        }
    }

    // kubectl says so of a pod that waits for a node; of one that starts, that its container is not found.
    @Test func `a pod without a node has no host, one that starts no container`() throws {
        var fixture = try ShellFixture()
        for (cpu, words) in [
            (Int64(100_000), "Error from server (BadRequest): pod orders-db-7 does not have a host assigned"),
            (100, "error: unable to upgrade connection: container not found (\"postgres\")"),
        ] {
            fixture.createInstance("orders-db-7", milliCPU: cpu)
            let result = fixture.run("kubectl exec orders-db-7 -n production -- psql")
            #expect(result.status == 1 && result.firstLine == words)
            fixture.deletePod("orders-db-7")
        }
    }

    @Test func `a node that is gone answers nobody`() throws {
        var fixture = try ShellFixture()
        fixture.stopNodes(of: 0)
        #expect(fixture.run("\(Self.exec) psql").errors.contains("error dialing backend: dial tcp"))
    }
}
