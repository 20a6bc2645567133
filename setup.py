"""What pyproject.toml cannot say: the compiled loops, left out where there is no C compiler (see ARCHITECTURE.md)."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from setuptools import Extension, setup

KERNELS = Path("newssearch/engines/whoosh/kernels")
BUILDING = Path("newssearch/engines/whoosh/columnar/kernels")
SURFACE = Path("newssearch/analysis/surface")


def compiled(package: Path, *others: Path, **options: Any) -> Extension:
    """The module `compiled` of a package, which includes the package's parts, and others."""
    module, parts = package / "compiled", list(map(str, [*package.glob("*.pxi"), *others]))
    return Extension(".".join(module.parts), [f"{module}.pyx"], depends=parts, optional=True, **options)


# Built away from the sources: what an older build left there would come into a wheel.
with TemporaryDirectory() as folder:
    setup(
        ext_modules=[
            compiled(KERNELS),
            compiled(
                BUILDING,
                KERNELS / "scratch.pxi",
                include_dirs=[np.get_include()],
                define_macros=[("NPY_NO_DEPRECATED_API", "NPY_2_0_API_VERSION")],
            ),
            compiled(SURFACE),
        ],
        options={"build": {"build_base": folder}},
    )
