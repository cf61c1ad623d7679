import { root } from '../root';
import { startServer, type ServerOptions } from './server';
import { workbenchUrl } from './workbench';

export interface ServeOptions extends ServerOptions {
  /** The folder and the file that are opened. */
  readonly workspace: string;
  readonly openFile: string;
}

/** Serves VS Code with the extension under development to a browser until interrupted: the third way of `npm start`. */
export async function serve(options: ServeOptions): Promise<void> {
  const server = await startServer({ ...options, attended: true });
  const url = workbenchUrl(server, { workspace: options.workspace, openFile: options.openFile, extensions: [root] });
  console.log(`\nYinju runs in VS Code at\n\n  ${url}\n\nOpen it in a browser on this machine. Ctrl+C ends it.`);
  await server.ended;
}
