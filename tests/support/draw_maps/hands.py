"""The hands a map can be drawn in.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from .hand_boxes import Boxes, Slashes
from .hand_hatched import Hatched
from .hand_own_signs import OwnSigns
from .hand_prabpk import Prabpk
from .hand_worded import Worded

HANDS = {hand.name: hand for hand in (Boxes, Hatched, OwnSigns, Prabpk, Slashes, Worded)}
