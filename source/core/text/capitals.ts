/** "other programs" → "Other programs". */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Use fewer tasks" → "use fewer tasks". */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
