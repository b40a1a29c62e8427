/** A CPU's name without trade marks, clock and number of cores: "Intel Core i7-8750H". */
export function cpuName(text: string): string | undefined {
  const name = text
    .replace(/\((?:R|TM|C)\)|[®™©]/gi, ' ')
    .replace(/\bCPU\b|\b\d+-Core Processor\b|@.*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Some virtual machines answer "-".
  return /[a-z]/i.test(name) ? name : undefined;
}
