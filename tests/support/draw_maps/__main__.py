"""draw_maps: see --help. SPDX-License-Identifier: GPL-3.0-or-later"""
import sys

from .command import main

sys.exit(main())
