import { openSessions, screenshot } from './driver';

/** Lines of each log that are shown. */
const LINES = 40;

// Of a test that fails one wants to see the window and to read what the extension has logged: on another machine there is no second look.
afterEach(async function () {
  if (this.currentTest?.state !== 'failed') return;
  for (const { page, server } of openSessions) {
    await screenshot(page, `failed-${Date.now()}`).catch(() => undefined);
    for (const [name, text] of Object.entries(server.logs())) {
      if (/Yinju|引据|yinju|remoteexthost\.log$/.test(name)) console.log(`${name}:\n${text.split('\n').slice(-LINES).join('\n')}`);
    }
  }
});
