extension AssumptionFile {
    /// Backups and what is made of them.
    static let recovery = """
        # Backups and recovery.
        - id: database_size
          title: The room the database takes
          distribution: {constant: 200GB}
          unit: bytes
          source: B8
          confidence: estimate
        - id: base_backup_rate
          title: How fast a base backup is made, or a standby cloned
          distribution: {triangular: {low: 80MB, mode: 180MB, high: 350MB}}
          unit: bytes_per_second
          source: B5
          confidence: estimate
        - id: base_restore_rate
          title: How fast a base backup is copied back
          distribution: {triangular: {low: 80MB, mode: 180MB, high: 350MB}}
          unit: bytes_per_second
          source: B5, B7
          confidence: estimate
        - id: replica_rebuild_rate
          title: How fast a database copies all of another region's anew before it follows it
          distribution: {triangular: {low: 80MB, mode: 120MB, high: 200MB}}
          unit: bytes_per_second
          source: B5, estimate
          confidence: estimate
        - id: wal_fetch_rate
          title: How fast archived log is fetched
          distribution: {uniform: {low: 50MB, high: 160MB}}
          unit: bytes_per_second
          source: B7
          confidence: estimate
        - id: wal_replay_rate
          title: How fast log is replayed
          distribution: {uniform: {low: 50MB, high: 150MB}}
          unit: bytes_per_second
          source: B7
          confidence: estimate
        - id: wal_archive_upload
          title: From the end of a segment of the log until it is in the archive
          distribution: {lognormal: {p50: 300ms, p95: 2s}}
          unit: seconds
          source: B4
          confidence: estimate
        - id: snapshot_ready
          title: Until a snapshot of the database's volumes is ready, or a volume made from one
          distribution: {lognormal: {p50: 60s, p95: 180s}}
          unit: seconds
          source: C12, A24
          confidence: secondary
        - id: empty_database_start
          title: Until an empty database is there
          distribution: {constant: 15s}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: dump_rate
          title: How fast a dump is made, serially and compressed; 60 to 200 GB an hour
          distribution: {triangular: {low: 16700kB, mode: 30600kB, high: 55600kB}}
          unit: bytes_per_second
          source: B6
          confidence: secondary
        - id: dump_ratio
          title: The size of a compressed dump against its database
          distribution: {constant: 0.25}
          unit: number
          source: assumption
          confidence: estimate
        - id: dump_restore_rate
          title: How fast a dump is restored by one job; 40 to 100 GB an hour
          distribution: {uniform: {low: 11100kB, high: 27800kB}}
          unit: bytes_per_second
          source: B6
          confidence: estimate
        - id: dump_restore_rate_parallel
          title: How fast a dump is restored by eight jobs, or any above one; 150 to 400 GB an hour
          distribution: {uniform: {low: 41700kB, high: 111000kB}}
          unit: bytes_per_second
          source: B6
          confidence: estimate
        - id: backup_loop_overhead
          title: What the backup scheduler's loop adds to each of its sleeps
          distribution: {constant: 50ms}
          unit: seconds
          source: F45
          confidence: estimate
        """
}
