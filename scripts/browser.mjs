// A Chromium and Chinese fonts for the tests that look at a window.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

const INSTALL_LIMIT = 900_000;
const CANDIDATES = [process.env.YINJU_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const hasChromium = () => CANDIDATES.some((file) => file && existsSync(file));

async function hasChineseFonts() {
  if (process.platform !== 'linux') return true;
  const { code, output } = await run('fc-list', [':lang=zh'], { quiet: true });
  return code === 0 && output.trim() !== '';
}

/** True if both are there, installing Debian's as root; else one line says what to install. */
export async function ensureBrowser() {
  if (hasChromium() && await hasChineseFonts()) return true;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium and Chinese fonts …');
    const options = { quiet: true, timeout: INSTALL_LIMIT, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-q'], options);
    await run('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk', 'fontconfig'], options);
    if (hasChromium() && await hasChineseFonts()) return true;
  }
  console.log('Install Chromium and Chinese fonts to run these tests (Debian: apt-get install chromium fonts-noto-cjk).');
  return false;
}
