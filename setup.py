"""What pyproject.toml cannot say: the compiled loops, left out where there is no C compiler (see ARCHITECTURE.md)."""

from pathlib import Path

import numpy as np
from setuptools import Extension, setup

KERNELS = "newssearch/engines/whoosh/kernels"

setup(
    ext_modules=[
        Extension(
            f"{KERNELS}/compiled".replace("/", "."),
            [f"{KERNELS}/compiled.pyx"],
            depends=list(map(str, Path(KERNELS).glob("*.pxi"))),
            include_dirs=[np.get_include()],
            define_macros=[("NPY_NO_DEPRECATED_API", "NPY_2_0_API_VERSION")],
            optional=True,
        )
    ]
)
