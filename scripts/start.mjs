/** `npm start`: the demo, also as the first command on a fresh clone. What it does is in start.ts. */
import { runWithDependencies } from "./ensure-dependencies.mjs";

await runWithDependencies("start.ts");
