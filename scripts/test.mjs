/** `npm test`: every check, also as the first command on a fresh clone. What it does is in test.ts. */
import { runWithDependencies } from "./ensure-dependencies.mjs";

await runWithDependencies("test.ts");
