"""Adds a node on loopback to a cluster on loopback. Takes the arguments of `ray start`.

Ray itself refuses a second node if it binds to loopback only, and would give it the machine's own address.
"""

import os
import sys

os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"

from ray._private import ray_constants, services
from ray.scripts.scripts import main

services.get_node_ip_address = lambda *_: "127.0.0.1"
ray_constants.ENABLE_RAY_CLUSTER = True
sys.argv.insert(1, "start")
main()
