// Running other programs from the scripts. Node builtins only: this runs before anything is installed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Runs a program and gives its exit code and what it printed.
 * With `quiet` the output is kept and not shown; without it it goes to this terminal and `output` is empty.
 * After `timeout` milliseconds the program is ended and the code is 124.
 */
export function run(program, args, { cwd = root, env = process.env, quiet = false, timeout = 0, shell = false } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
    const detached = timeout > 0 && process.platform !== 'win32';
    const child = spawn(program, args, { cwd, env, stdio, shell, detached });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => { output += text; });
    child.stderr?.setEncoding('utf8').on('data', (text) => { output += text; });
    const timer = timeout > 0 && setTimeout(() => {
      end(child, detached);
      resolve({ code: 124, output });
    }, timeout);
    const done = (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += String(error);
      done(127);
    });
    child.on('close', (code, signal) => done(signal ? 1 : code ?? 1));
  });
}

/** Ends a program with what it has started: a compiler's children must not outlive the time limit. */
function end(child, detached) {
  try {
    if (detached) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Runs Node itself with a script. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs npm: the one that runs this script, else the one on the PATH (on Windows a .cmd file, which needs a shell). */
export function runNpm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return runNode([own, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
