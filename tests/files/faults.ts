import { CodifyError, CodifyErrors } from '../../src/errors.ts';

/** What was thrown, as a list; anything that is no fault of the user's is thrown on. */
function listed(error: unknown): readonly CodifyError[] {
  if (error instanceof CodifyErrors) return error.errors;
  if (error instanceof CodifyError) return [error];
  throw error;
}

/** The faults that this throws; none when it succeeds. */
export function faultsOf(run: () => unknown): readonly CodifyError[] {
  try {
    run();
    return [];
  } catch (error) {
    return listed(error);
  }
}

/** The one fault that this throws. */
export function faultOf(run: () => unknown): CodifyError {
  const faults = faultsOf(run);
  if (faults.length !== 1) throw new Error(`${faults.length} faults, not one: ${faults.map((fault) => fault.message).join(' | ')}`);
  return faults[0]!;
}

/** The faults that this promise is rejected with; none when it is kept. */
export async function faultsOfPromise(promise: Promise<unknown>): Promise<readonly CodifyError[]> {
  try {
    await promise;
    return [];
  } catch (error) {
    return listed(error);
  }
}
