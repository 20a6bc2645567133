"""What pyproject.toml cannot say: the compiled loops, left out where there is no C compiler (see ARCHITECTURE.md)."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from setuptools import Extension, setup

KERNELS = Path("newssearch/engines/whoosh/kernels")

# Built away from the sources: what an older build left there would come into a wheel.
with TemporaryDirectory() as folder:
    setup(
        ext_modules=[
            Extension(
                ".".join((KERNELS / "compiled").parts),
                [str(KERNELS / "compiled.pyx")],
                depends=list(map(str, KERNELS.glob("*.pxi"))),
                include_dirs=[np.get_include()],
                define_macros=[("NPY_NO_DEPRECATED_API", "NPY_2_0_API_VERSION")],
                optional=True,
            )
        ],
        options={"build": {"build_base": folder}},
    )
