// Preloaded into the API and the worker: they stop, as on SIGTERM, when the start command that began them has died.
const GRACE_MS = 15_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), GRACE_MS).unref();
});
process.channel?.unref();
