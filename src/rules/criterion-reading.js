import { nodeAt } from './yaml-file.js';
/** Takes an id for one node of the file; false, with a problem, when another node has it. */
export function claimId(id, node, reading) {
    const owner = reading.ids.get(id);
    if (owner === undefined || owner === node) {
        reading.ids.set(id, node);
        return true;
    }
    const { line } = reading.yaml.place(owner);
    reading.problems.add('duplicate-id', nodeAt(node, 'id') ?? node, `line ${line} has a criterion \`${id}\` already`);
    return false;
}
