/** Ends the services that `global-setup.mjs` started; when the run is killed instead, they end by themselves. */
export default async function tearDown() {
  await globalThis.himpunTestServices?.stop();
}
