import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a database that can be cut. */
export interface DatabaseProxy {
  host: string;
  port: number;
  /** Breaks every connection and lets none through, until `restore`. */
  cut(): void;
  restore(): void;
  close(): Promise<void>;
}

/** Stands between replicas and their database, so that the database can be away for them alone. */
export async function startDatabaseProxy(server: {
  host: string;
  port: number;
}): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>();
  let away = false;
  const proxy = createServer(client => {
    if (away) {
      client.destroy();
      return;
    }
    const database = connect(server);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ]) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const breakAll = () => sockets.forEach(socket => socket.destroy());
  return {
    host: '127.0.0.1',
    port: (proxy.address() as AddressInfo).port,
    cut() {
      away = true;
      breakAll();
    },
    restore() {
      away = false;
    },
    async close() {
      breakAll();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
