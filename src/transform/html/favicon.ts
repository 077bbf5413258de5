/** The sign of an edition in the tabs of browsers: a leaf with lines of text and a marked one, in light and dark. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32">
<style>.leaf { fill: #0b4a7f } .lines { stroke: #fdfcf9 } .mark { stroke: #fbf0cf } @media (prefers-color-scheme: dark) { .leaf { fill: #9cc7ee } .lines { stroke: #15171a } .mark { stroke: #7a2e12 } }</style>
<path class="leaf" d="M6 2h14l7 7v21H6z"/>
<path class="lines" stroke-width="2" d="M10 13h13M10 21h13M10 25h8"/>
<path class="mark" stroke-width="2.5" d="M10 17h9"/>
</svg>
`;
