/// What the image of a database's instance has beside the simulated programs: PostgreSQL's own and those of
/// the distribution it is made from.
enum DatabaseImage {
    /// Whether the image has a program that is not simulated.
    static func has(_ program: String) -> Bool { programs.contains(program[...]) }

    private static let programs = """
        clusterdb createdb createuser dropdb dropuser initdb oid2name pg_amcheck pg_archivecleanup \
        pg_checksums pg_config pg_controldata pg_ctl pg_dumpall pg_isready pg_receivewal pg_recvlogical \
        pg_resetwal pg_rewind pg_test_fsync pg_test_timing pg_upgrade pg_verifybackup pg_waldump pgbench \
        postgres reindexdb vacuumdb vacuumlo \
        [ awk base64 basename bash cat chgrp chmod chown chroot cksum comm cp cut dash date dd df dir \
        dirname du echo egrep env expr false fgrep find getent grep groups gunzip gzip head hostname id \
        install kill ln locale ls md5sum mkdir mktemp more mount mv nice nohup nproc od paste perl \
        printenv printf pwd readlink realpath rm rmdir sed seq sh sha256sum sha512sum shred sleep sort \
        split stat stdbuf stty su sum sync tail tar tee test timeout touch tr true truncate tty umount \
        uname uniq wc which whoami xargs xz yes zcat
        """.split(separator: " ")
}
