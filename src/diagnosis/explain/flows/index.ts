/** Parts of the section `flows`, in the order in which they are told. */
export const FLOWS = {} as const;
