/**
 * Scores extraction and decisions against labelled letters.
 * Usage: npm run -s eval -- DIR [--facts F] [--check F] [--json] [--misses N] [--floors F]
 * The other options: --help. DIR holds NAME.txt with NAME.gold.yaml. Without --facts and --check the product is run on the letters.
 */
import { evaluate } from './eval-command.js';

const { output, trouble, exit } = await evaluate(process.argv.slice(2));
process.stdout.write(output);
process.stderr.write(trouble);
process.exitCode = exit;
