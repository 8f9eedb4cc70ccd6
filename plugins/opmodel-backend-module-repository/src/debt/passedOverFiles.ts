/** Folders of what others wrote. */
const foreign =
  /(^|\/)(node_modules|bower_components|vendor|third_party|third-party|\.git|\.yarn)\//;

/** Folders of what a test or a reader looks at, and nothing runs on. */
const samples =
  /(^|\/)(__fixtures__|fixtures|__testdata__|testdata|test-data|examples?|samples?|templates)\//i;

/** What programs wrote. */
const generated =
  /(^|\/)(dist|build|out|target|coverage|__snapshots__|generated)\/|\.(min\.(js|css)|snap|map|svg|generated\.[a-z]+|pb\.(go|h|cc)|g\.dart)$|_pb2(_grpc)?\.pyi?$/i;

/** Whether a file was written by others, who have debt of their own. */
export function isSomebodyElses(path: string): boolean {
  return foreign.test(path);
}

/** Whether a file is an example: what it names runs nowhere. */
export function isSample(path: string): boolean {
  return samples.test(path);
}

/** Whether nobody wrote a file by hand. */
export function isGenerated(path: string): boolean {
  return generated.test(path);
}
