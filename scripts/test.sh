#!/bin/sh
exec sh "$(dirname "$0")/node.sh" --test 'src/**/*.test.ts' 'tests/**/*.test.ts'
