/** Bytes as they are sent. */
export interface Sent {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Where it is worth it. */
  readonly zipped?: Uint8Array<ArrayBuffer> | undefined;
  readonly filename?: string;
}
