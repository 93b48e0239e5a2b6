import DRSimPostgres
import DRSimShell
import Testing

struct PsqlTests {
    static let writer = "psql -h orders-db-rw -d app -c"
    static let reader = "psql --host=orders-db-ro.production.svc -c"

    static let rows: [Answer] = [
        Answer("\(writer) 'SELECT 1'", 0, " ?column? "),
        Answer("psql -h orders-db-rw.production -tAc 'select pg_is_in_recovery();'", 0, "f"),
        Answer("psql -h orders-db-ro -tA -c 'SELECT  pg_is_in_recovery()'", 0, "t"),
        Answer("psql -h orders-db-rw -tAc 'show transaction_read_only'", 0, "off"),
        Answer("psql -h orders-db-rw -tAc 'select current_timestamp'", 0, "2026-03-10 00:05:00+00"),
        Answer("psql -h orders-db-rw -tAc 'select pg_current_wal_lsn()'", 0, "1/60000060"),
        Answer("\(writer) 'insert into probe values (1)'", 0, "INSERT 0 1"),
        Answer("\(writer) 'create table probe (id int)'", 0, "CREATE TABLE"),
        Answer(
            "\(reader) 'insert into probe values (1)'", 1,
            "ERROR:  cannot execute INSERT in a read-only transaction"),
        Answer(
            "\(reader) 'DROP TABLE probe'", 1,
            "ERROR:  cannot execute DROP TABLE in a read-only "
                + "transaction"),
        Answer("\(reader) 'select pg_current_wal_lsn()'", 1, "ERROR:  recovery is in progress"),
        Answer("\(writer) 'selct 1'", 1, "ERROR:  syntax error at or near \"selct\""),
        Answer(
            "\(writer) 'select count(*) from orders'", 126,
            "drsim: psql -c \"select count(*) from orders\" is not simulated"),
        Answer("\(writer) ';'", 0, ""), Answer("\(writer) 'select 1;;'", 0, " ?column? "),
        Answer(
            "\(writer) 'select 1; drop table probe'", 126,
            "drsim: psql -c \"select 1; drop table probe\" is not simulated"),
        Answer("\(writer) 'drop table'", 1, "ERROR:  syntax error at end of input"),
        Answer("\(writer) 'truncate probe'", 0, "TRUNCATE TABLE"),
        Answer(
            "\(writer) 'drop function probe'", 126,
            "drsim: psql -c \"drop function probe\" is not simulated"),
        Answer("\(writer) begin", 126, "drsim: psql -c \"begin\" is not simulated"),
        Answer("\(writer) 'VACUUM probe'", 126, "drsim: psql -c \"VACUUM probe\" is not simulated"),
        Answer(
            "\(writer) 'with a as (select 1) select 1'", 126,
            "drsim: psql -c \"with a as (select 1) select 1\" is not simulated"),
        Answer("\(writer) '\\l'", 126, "drsim: psql -c \"\\l\" is not simulated"),
        Answer(
            "psql -h orders-db-1 -c 'select 1'", 2,
            "psql: error: could not translate host name \"orders-db-1\" to address: Name or service not known"
        ),
        Answer(
            "psql -h backend -c 'select 1'", 2,
            "psql: error: could not translate host name \"backend\" to address: Name or service not known"),
        Answer(
            "psql -h orders-copy-rw -c 'select 1'", 2,
            "psql: error: could not translate host name \"orders-copy-rw\" to address: Name or service "
                + "not known"
        ),
        Answer(
            "psql -h orders-db-rw -p 5433 -c 'select 1'", 2,
            "psql: error: connection to server at \"orders-db-rw\", port 5433 failed: Connection refused"),
        Answer(
            "psql -h localhost -c 'select 1'", 2,
            "psql: error: connection to server at \"localhost\" (127.0.0.1), port 5432 failed: Connection "
                + "refused"
        ),
        Answer(
            "psql -c 'select 1'", 2,
            "psql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: "
                + "No such file or "
                + "directory"),
        // A name that no database of the cluster has; one that every cluster has.
        Answer(
            "psql -h orders-db-rw -d nope -c 'select 1'", 2,
            "psql: error: connection to server at \"orders-db-rw\", port 5432 failed: FATAL:  database "
                + "\"nope\" does not exist"),
        Answer(
            "psql -h orders-db-ro -tAc 'select 1' nope", 2,
            "psql: error: connection to server at \"orders-db-ro\", port 5432 failed: FATAL:  database "
                + "\"nope\" does not exist"),
        Answer("psql -h orders-db-rw -d postgres -tAc 'select 1'", 0, "1"),
        Answer(
            "psql -h orders-db-rw -d 'host=orders-db-rw dbname=app' -c 'select 1'", 126,
            "drsim: a connection string in place of a database's name is not simulated"),
        Answer("psql --hots x", 1, "psql: unrecognized option '--hots'"),
        Answer("psql -Z", 1, "psql: invalid option -- 'Z'"),
        Answer("psql -h orders-db-rw -c", 1, "psql: option requires an argument -- 'c'"),
    ]

    @Test(arguments: rows)
    func `a statement is answered by the instance behind the service`(row: Answer) throws {
        var shell = try ShellFixture()
        row.check(in: &shell)
    }

    @Test func `results are printed as psql prints them`() throws {
        var shell = try ShellFixture()
        let recovery = shell.run("\(Self.writer) 'SELECT pg_is_in_recovery();'").output
        #expect(recovery == " pg_is_in_recovery \n-------------------\n f\n(1 row)\n\n")
        #expect(
            shell.run("\(Self.writer) 'SELECT 1'").output == " ?column? \n----------\n        1\n(1 row)\n\n")
        #expect(shell.run("psql -h orders-db-rw -tc 'SELECT 1'").output == " 1\n\n")
        #expect(shell.run("psql -h orders-db-rw -A", input: "SELECT 1;").output == "?column?\n1\n(1 row)\n")
    }

    @Test func `a service whose instances are down refuses, the others answer`() throws {
        var shell = try ShellFixture()
        shell.crash(instance: 0, of: 0)
        let writer = shell.run("\(Self.writer) 'SELECT 1'")
        #expect(writer.status == 2)
        #expect(
            writer.firstLine
                == "psql: error: connection to server at \"orders-db-rw\", port 5432 failed: Connection "
                + "refused"
        )
        #expect(shell.run("psql -h orders-db-r -tAc 'select pg_is_in_recovery()'").output == "t\n")
        #expect(shell.run("\(Self.reader) 'SELECT 1'").status == 0)
    }

    @Test func `a standby behind a service is as far as the pod it is`() throws {
        var shell = try ShellFixture()
        let question = "psql -tAc 'select pg_last_wal_replay_lsn()'"
        let service = shell.run("psql -h orders-db-ro -tAc 'select pg_last_wal_replay_lsn()'").output
        let pod = shell.run("kubectl exec svc/orders-db-ro -n production -- \(question)").output
        let primary = shell.run("psql -h orders-db-rw -tAc 'select pg_current_wal_lsn()'").output
        #expect(service == pod)
        #expect(primary == "1/60000060\n" && service != "\n")
    }

    @Test func `what cannot be read fails through the service as in the container`() throws {
        var shell = try ShellFixture()
        shell.spoil(database: 0, by: .migration)
        for line in ["psql -h orders-db-rw -c", "kubectl exec orders-db-1 -n production -- psql -c"] {
            let constant = shell.run("\(line) 'select 1'")
            #expect(constant.status == 1)
            #expect(constant.firstLine == "ERROR:  invalid page in block 0 of relation base/16384/1249")
            let count = shell.run("\(line) 'select count(*) from orders'")
            #expect(count.status == 1 && count.firstLine == "ERROR:  relation \"orders\" does not exist")
        }
    }

    @Test func `the primary of a replica cluster is in recovery`() throws {
        var shell = try ShellFixture()
        shell.run("kubectl config use-context east")
        #expect(shell.run("psql -h orders-copy-rw -tAc 'select pg_is_in_recovery()'").output == "t\n")
        #expect(shell.run("psql -h orders-copy-rw -c 'delete from probe'").status == 1)
    }
}
