import { createServer } from 'node:net';
import { PlainError } from './say.mjs';

function canListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error => {
      if (error.code === 'EADDRINUSE') {
        resolve(false);
      } else if (
        error.code === 'EADDRNOTAVAIL' ||
        error.code === 'EAFNOSUPPORT'
      ) {
        // The machine has no such address family, so nothing can hold it.
        resolve(true);
      } else if (error.code === 'EACCES') {
        reject(
          new PlainError(
            `Port ${port} may not be used by this user; choose one above 1023.`,
          ),
        );
      } else {
        reject(error);
      }
    });
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** Whether a port is free on this machine's own addresses, IPv4 and IPv6. */
export async function isPortFree(port) {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0', '::']) {
    if (!(await canListen(port, host))) {
      return false;
    }
  }
  return true;
}

/** A port that nothing holds at this moment. */
export function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
