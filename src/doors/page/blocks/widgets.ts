import type { ComponentType } from 'react';

/** Parts that only one page has, by their name in the answer. */
export const WIDGETS: Readonly<Record<string, ComponentType<{ data: unknown }>>> = {};
