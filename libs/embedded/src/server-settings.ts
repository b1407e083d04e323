/** Settings for a machine of 2 cores and 4 GB that also runs the rest of Matchwatch. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  // A statement whose client was killed ends soon and gives back its locks.
  client_connection_check_interval: '5s',
};

/** For servers whose data nobody will miss. */
const throwAwaySettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum_naptime: '10s',
};

/** The command line of the server; equal lines mean equal servers. */
export function serverArguments(clusterDir: string, port: number, durable: boolean): string[] {
  const chosen = durable ? settings : { ...settings, ...throwAwaySettings };
  return ['-D', clusterDir, '-p', String(port), ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
