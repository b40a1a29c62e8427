import { render, Text } from 'ink';

// The smallest possible Ink program.

render(<Text>ready</Text>, { interactive: true });
