import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const KILL_AFTER_MS = 8_000;
const GIVE_UP_AFTER_MS = 2_000;
const PARENT_CHECK_MS = 500;

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') {
      return false;
    }
    throw error;
  }
}

function parentOf(pid) {
  try {
    // "pid (name) state parent …", and a name may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') {
      return undefined;
    }
    throw error;
  }
}

/**
 * Who started this process, as a text that changes when they go away. npm
 * starts a shell which starts us, and when npm is killed that shell stays.
 */
function starters() {
  const throughShell = process.env.npm_config_user_agent?.startsWith('npm/');
  return `${process.ppid} ${throughShell ? parentOf(process.ppid) : ''}`;
}

const delay = ms => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Starts a command as the leader of a process group of its own. Everything it
 * starts in turn, a compiler, a backend, a browser, can then be ended with it.
 *
 * @returns `child`; `exit`, a promise of `{ code, signal }`; and `stop(signal)`,
 *   which resolves when no process of the group is left.
 */
export function startGroup(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
    detached: true,
  });
  const exit = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });

  async function stop(signal = 'SIGTERM') {
    if (child.pid === undefined || !signalGroup(child.pid, signal)) {
      return;
    }
    const killAt = Date.now() + KILL_AFTER_MS;
    // What is killed may stay listed until its parent takes notice.
    const giveUpAt = killAt + GIVE_UP_AFTER_MS;
    while (signalGroup(child.pid, 0) && Date.now() < giveUpAt) {
      if (Date.now() > killAt) {
        signalGroup(child.pid, 'SIGKILL');
      }
      await delay(50);
    }
  }

  return { child, exit, stop };
}

/**
 * Runs a command in a process group of its own until it ends, and ends the
 * whole group when this process is told to end, when whoever started this
 * process goes away, or when the command leaves others behind.
 *
 * @returns the exit code for this process; a signal gives 128 + its number
 */
export async function runGroup(command, args, options) {
  const group = startGroup(command, args, options);
  const startedBy = starters();
  let stoppedBy;

  const onSignal = signal => {
    if (stoppedBy && group.child.pid !== undefined) {
      signalGroup(group.child.pid, 'SIGKILL');
      return;
    }
    stoppedBy = signal;
    group.stop(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach(signal => process.on(signal, onSignal));
  const parentWatch = setInterval(() => {
    if (starters() !== startedBy && !stoppedBy) {
      onSignal('SIGTERM');
    }
  }, PARENT_CHECK_MS);

  try {
    const { code } = await group.exit;
    await group.stop();
    const stopCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
    return stoppedBy ? stopCodes[stoppedBy] : code ?? 1;
  } finally {
    clearInterval(parentWatch);
    signals.forEach(signal => process.off(signal, onSignal));
  }
}
