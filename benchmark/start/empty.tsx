import { render, Text } from 'ink';

// The least that an Ink program can be.

render(<Text>ready</Text>, { interactive: true });
